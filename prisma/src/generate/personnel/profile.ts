import type { StageName } from "../county-plan.js";
import type { Random } from "../random.js";
import type { StaffRole } from "./staff-member.js";

const womenShare: Readonly<Record<StageName, number>> = {
  PRESCHOOL: 0.97,
  PRIMARY: 0.69,
  JUNIOR: 0.58,
  SENIOR_GENERAL: 0.52,
  SENIOR_VOCATIONAL: 0.5,
  SPECIAL: 0.78,
};

const womenShareOfRole: Readonly<Partial<Record<StaffRole, number>>> = {
  HEAD: 0.34,
  WORKER: 0.6,
  CARER: 1,
  GUARD: 0.04,
};

/** Sex by the usual share of women in a stage or role. */
export function sexFor(random: Random, role: StaffRole, stage: StageName): "MALE" | "FEMALE" {
  return random.next() < (womenShareOfRole[role] ?? womenShare[stage]) ? "FEMALE" : "MALE";
}

/** Retirement age: women 55, men 60. */
export const retirementAge = (sex: "MALE" | "FEMALE") => (sex === "FEMALE" ? 55 : 60);

/** Age of a teacher in post: a hump around the mean, from 25 to the year before retirement, without a crowd at its end. */
export function ageFor(random: Random, sex: "MALE" | "FEMALE", mean: number): number {
  const hump = (random.next() + random.next() + random.next()) / 3;
  const spread = Math.max(Math.round(mean + (hump - 0.5) * 38), 25);
  const oldest = retirementAge(sex) - 1;
  return spread <= oldest ? spread : oldest - random.whole(0, 9);
}

/** Highest education by stage and age: the younger and the higher the stage, the more degrees. */
export function educationFor(random: Random, stage: StageName, age: number): string {
  const chance = random.next();
  if (stage === "PRESCHOOL") return chance < 0.28 ? "BACHELOR" : chance < 0.88 ? "ASSOCIATE" : "UPPER_SECONDARY";
  if (stage === "SENIOR_GENERAL")
    return chance < (age < 35 ? 0.22 : 0.06) ? "MASTER" : chance < 0.985 ? "BACHELOR" : "ASSOCIATE";
  if (stage === "PRIMARY") {
    const bachelor = age < 35 ? 0.82 : age < 48 ? 0.6 : 0.35;
    return chance < bachelor ? "BACHELOR" : chance < 0.97 ? "ASSOCIATE" : "UPPER_SECONDARY";
  }
  const bachelor = age < 35 ? 0.93 : 0.8;
  return chance < 0.02 ? "MASTER" : chance < bachelor ? "BACHELOR" : "ASSOCIATE";
}

/** Professional title by age; in private schools most have none or a low one. */
export function titleFor(random: Random, age: number, isPublic: boolean): string {
  const chance = random.next();
  if (!isPublic) return chance < 0.7 ? "NONE" : chance < 0.93 ? "SECOND" : "FIRST";
  if (age < 26) return chance < 0.5 ? "NONE" : "THIRD";
  if (age < 34) return chance < 0.12 ? "NONE" : chance < 0.8 ? "SECOND" : "FIRST";
  if (age < 44) return chance < 0.2 ? "SECOND" : chance < 0.82 ? "FIRST" : "SENIOR";
  return chance < 0.05 ? "SECOND" : chance < 0.55 ? "FIRST" : chance < 0.995 ? "SENIOR" : "SENIOR_FULL";
}
