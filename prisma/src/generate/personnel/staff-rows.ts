import { createHmac } from "node:crypto";
import type { CountyPlan } from "../county-plan.js";
import { personName } from "./person-names.js";
import type { Detachment, Spell, StaffMember } from "./staff-member.js";

/** Key of the made-up identity numbers. It protects nothing: no number behind a hash belongs to a person. */
const identityKey = "county-education-hub/synthetic-identities";

export const personId = (plan: CountyPlan, member: StaffMember) =>
  `${plan.code}-P${String(member.serial).padStart(6, "0")}`;

/** The rows of `person`. */
export function* personRows(plan: CountyPlan, members: readonly StaffMember[]) {
  const random = plan.random("personnel/names");
  for (const member of members) {
    const id = personId(plan, member);
    yield {
      id,
      countyCode: plan.code,
      name: personName(random, member.sex),
      sex: member.sex,
      birthYear: member.birthYear,
      education: member.education,
      title: member.title,
      employment: member.employment,
      identityHash: createHmac("sha256", identityKey).update(`made-up ${id} ${member.birthYear}`).digest("hex"),
      hiredOn: member.hiredOn,
      hireChannel: member.channel,
      hireStage: member.hireStage,
      hiredToRural: member.hiredToRural,
      leftOn: member.leftOn,
      leaveReason: member.leaveReason,
      origin: "SYNTHETIC",
    };
  }
}

/** The rows of `assignment`: posts cut where a lending begins and ends, lendings, second subjects. */
export function* assignmentRows(plan: CountyPlan, members: readonly StaffMember[]) {
  for (const member of members) {
    const isTeacher = member.role === "TEACHER";
    let count = 0;
    const row = (of: Pick<Spell, "unit" | "from" | "to">, flags: object) => ({
      id: `${personId(plan, member)}-A${(count += 1)}`,
      personId: personId(plan, member),
      countyCode: plan.code,
      schoolId: of.unit.school.id,
      stage: of.unit.stage,
      role: member.role,
      subject: member.subject,
      qualified: member.qualified,
      fte: "1.00",
      validFrom: of.from,
      validTo: of.to,
      origin: "SYNTHETIC",
      ...flags,
    });
    for (const spell of member.spells) {
      const holdsPost = member.employment !== "THREE_AREAS";
      for (const [index, piece] of cut(spell, member.detachments).entries()) {
        // A transfer happens once, however often the teacher is lent out later.
        const kind = index === 0 ? spell.kind : "POST";
        yield row(piece, { kind, holdsPost, teaches: isTeacher && !piece.isLent });
      }
    }
    for (const detachment of member.detachments) {
      yield row(detachment, { kind: detachment.kind, holdsPost: false, teaches: isTeacher });
    }
    // Neither a post nor a head: the main subject's row already is both.
    for (const second of member.secondSubjects) {
      const flags = {
        kind: "POST",
        subject: second.subject,
        qualified: null,
        fte: "0.20",
        holdsPost: false,
        teaches: false,
      };
      yield row(second, flags);
    }
  }
}

interface Piece {
  readonly unit: Spell["unit"];
  readonly from: string;
  readonly to: string | null;
  readonly isLent: boolean;
}

/** A spell as pieces at the post and pieces lent elsewhere, in order of time. */
function cut(spell: Spell, detachments: readonly Detachment[]): Piece[] {
  const { unit } = spell;
  const within = detachments
    .filter(({ from, to }) => from >= spell.from && (spell.to === null || to <= spell.to))
    .sort((left, right) => left.from.localeCompare(right.from));
  const pieces: Piece[] = [];
  let from = spell.from;
  for (const lent of within) {
    if (lent.from > from) pieces.push({ unit, from, to: lent.from, isLent: false });
    pieces.push({ unit, from: lent.from, to: lent.to, isLent: true });
    from = lent.to;
  }
  if (spell.to === null || from < spell.to) pieces.push({ unit, from, to: spell.to, isLent: false });
  return pieces;
}
