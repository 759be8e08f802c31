import type { StageName } from "../county-plan.js";
import type { HireChannel } from "./calibrations/calibration.js";
import type { TeachingUnit } from "./units.js";

export type StaffRole = "TEACHER" | "HEAD" | "ADMINISTRATOR" | "SUPPORT" | "WORKER" | "CARER" | "GUARD";
export type Employment =
  "PERMANENT" | "SPECIAL_POST" | "CONTRACT" | "THREE_SUPPORTS" | "SILVER_AGE" | "THREE_AREAS" | "DISPATCHED";

/** Where somebody holds the post; `to` is the first day no longer there, null while it lasts. */
export interface Spell {
  readonly unit: TeachingUnit;
  readonly kind: "POST" | "TRANSFER" | "SUPPORT_TEACHING";
  readonly from: string;
  to: string | null;
}

/** Work at another school while the post stays where it is. */
export interface Detachment {
  readonly unit: TeachingUnit;
  readonly kind: "ROTATION" | "SUPPORT_TEACHING";
  readonly from: string;
  readonly to: string;
}

/** A further subject taught beside the main one at the same school. */
export interface SecondSubject {
  readonly subject: string;
  readonly unit: TeachingUnit;
  readonly from: string;
  readonly to: string | null;
}

/** A member of staff while the records are made up; becomes a person and assignments in the end. */
export interface StaffMember {
  readonly serial: number;
  readonly role: StaffRole;
  readonly sex: "MALE" | "FEMALE";
  readonly birthYear: number;
  education: string;
  title: string;
  employment: Employment;
  channel: HireChannel;
  hiredOn: string;
  hireStage: StageName | null;
  hiredToRural: boolean;
  leftOn: string | null;
  leaveReason: string | null;
  subject: string | null;
  qualified: boolean | null;
  readonly spells: Spell[];
  readonly detachments: Detachment[];
  readonly secondSubjects: SecondSubject[];
}

/** The day teachers start: before the census of 1 September. */
export const startOfWork = (year: number) => `${year}-08-15`;

/** The day teachers leave or move: after the last school year, before the next teachers start. */
export const endOfWork = (year: number) => `${year}-08-01`;

export const censusOf = (year: number) => `${year}-09-01`;

/** The spell of a day; undefined before the first and after the last. */
export function spellOn(member: StaffMember, day: string): Spell | undefined {
  return member.spells.find((spell) => spell.from <= day && (spell.to === null || spell.to > day));
}

export function detachmentOn(member: StaffMember, day: string): Detachment | undefined {
  return member.detachments.find(({ from, to }) => from <= day && to > day);
}

/** Where a member teaches on a day. */
export function teachesAt(member: StaffMember, day: string): TeachingUnit | undefined {
  return detachmentOn(member, day)?.unit ?? spellOn(member, day)?.unit;
}

/** Ends whatever is still open on the day. */
export function leave(member: StaffMember, day: string, reason: string): void {
  member.leftOn = day;
  member.leaveReason = reason;
  for (const spell of member.spells) if (spell.to === null) spell.to = day;
}

/** Closes the present post and opens one elsewhere on the same day. */
export function move(
  member: StaffMember,
  unit: TeachingUnit,
  { on, kind }: { readonly on: string; readonly kind: Spell["kind"] },
): void {
  for (const spell of member.spells) if (spell.to === null) spell.to = on;
  member.spells.push({ unit, kind, from: on, to: null });
}
