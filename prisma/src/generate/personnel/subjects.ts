import type { StageName } from "../county-plan.js";
import type { Random } from "../random.js";
import type { CareerInput } from "./career-input.js";
import { censusOf, detachmentOn, spellOn, teachesAt, type StaffMember } from "./staff-member.js";

const compulsory = {
  CHINESE: 27,
  MATHEMATICS: 24,
  ENGLISH: 13,
  MORALITY_AND_LAW: 5,
  PE: 9,
  MUSIC: 5,
  ART: 5,
  SCIENCE: 5,
  ICT: 3,
  LABOUR: 3,
};
const secondary = {
  CHINESE: 17,
  MATHEMATICS: 17,
  ENGLISH: 16,
  PHYSICS: 9,
  CHEMISTRY: 7,
  BIOLOGY: 6,
  HISTORY: 6,
  GEOGRAPHY: 5,
  PE: 6,
  ICT: 3,
  MUSIC: 3,
  ART: 3,
};

/** Main subjects by stage, with how common they are. */
const subjectsOf: Readonly<Record<StageName, Readonly<Record<string, number>>>> = {
  PRESCHOOL: { EARLY_CHILDHOOD: 1 },
  PRIMARY: compulsory,
  JUNIOR: { ...secondary, MORALITY_AND_LAW: 6 },
  SENIOR_GENERAL: { ...secondary, IDEOLOGY: 6 },
  SENIOR_VOCATIONAL: { VOCATIONAL: 48, CHINESE: 13, MATHEMATICS: 12, ENGLISH: 10, IDEOLOGY: 6, PE: 6, ICT: 5 },
  SPECIAL: { SPECIAL_EDUCATION: 80, PE: 7, MUSIC: 6, ART: 7 },
};

/** Subjects that count as ideology: one name in compulsory, another in senior schools. */
const ideology: readonly string[] = ["MORALITY_AND_LAW", "IDEOLOGY"];
const psychology = "PSYCHOLOGY";

/** Gives every teacher a main subject, whether it is the one they qualified for, and some a second one. */
export function assignSubjects({ plan, calibration, office }: CareerInput): void {
  const random = plan.random("personnel/subjects");
  const teachers = office.members.filter((member) => member.role === "TEACHER");
  for (const member of teachers) {
    const stage = member.spells[0]?.unit.stage;
    if (stage === undefined) continue;
    member.subject = pickWeighted(random, subjectsOf[stage]);
    member.qualified = random.next() > 0.1;
  }
  const { mismatched, ideologyTeachers, psychologyFrom } = calibration;
  if (mismatched !== undefined) {
    const teaching = random.shuffle(teachingOn(teachers, censusOf(mismatched.year)));
    teaching.forEach((member, index) => (member.qualified = index >= mismatched.count));
  }
  if (ideologyTeachers !== undefined) {
    const from = censusOf(ideologyTeachers.year);
    const candidates = random.shuffle(aboveKindergarten(teachingOn(teachers, from), from));
    const main = candidates.filter((member) => ideology.includes(member.subject ?? ""));
    const others = candidates.filter((member) => !ideology.includes(member.subject ?? ""));
    for (const member of others.slice(0, ideologyTeachers.count - main.length)) {
      addSecondSubject(member, "MORALITY_AND_LAW", from);
    }
  }
  if (psychologyFrom !== undefined) {
    const from = censusOf(psychologyFrom);
    const candidates = random.shuffle(aboveKindergarten(teachingOn(teachers, from), from));
    for (const group of Map.groupBy(candidates, (member) => teachesAt(member, from)?.school.id).values()) {
      const staying = group.find((member) => member.leftOn === null && member.secondSubjects.length === 0) ?? group[0];
      if (staying !== undefined) addSecondSubject(staying, psychology, from);
    }
  }
}

/** Taught where the member teaches on the day, until that ends. */
function addSecondSubject(member: StaffMember, subject: string, from: string): void {
  const spell = spellOn(member, from);
  const detachment = detachmentOn(member, from);
  if (spell === undefined) return;
  member.secondSubjects.push({ subject, unit: detachment?.unit ?? spell.unit, from, to: detachment?.to ?? spell.to });
}

function teachingOn(teachers: readonly StaffMember[], day: string): StaffMember[] {
  return teachers.filter((member) => teachesAt(member, day) !== undefined);
}

function aboveKindergarten(teachers: readonly StaffMember[], day: string): StaffMember[] {
  return teachers.filter((member) => teachesAt(member, day)?.stage !== "PRESCHOOL");
}

function pickWeighted(random: Random, weights: Readonly<Record<string, number>>): string {
  const entries = Object.entries(weights);
  let left = random.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  const found = entries.find(([, weight]) => (left -= weight) < 0) ?? entries[0];
  return found?.[0] ?? "";
}
