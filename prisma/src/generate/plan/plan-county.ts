import type { StageName } from "../county-plan.js";
import { createRandom } from "../random.js";
import type { CountyBlueprint } from "./blueprint.js";
import { realBlueprints } from "./blueprints/index.js";
import { classesOf, isOpenOn, pupilsBySchool } from "./pupil-numbers.js";
import type { RegisterPlan, RegisterSchool } from "./register-plan.js";
import { schoolId } from "./school-id.js";
import { stagesOf } from "./school-types.js";

const years = [2018, 2019, 2020, 2021, 2022, 2023] as const;

/** The plan of a county with a document; throws a RangeError for any other code. */
export function planCounty(code: string, seed = "hub"): RegisterPlan {
  const blueprint = realBlueprints.find((candidate) => candidate.code === code);
  if (blueprint === undefined) {
    throw new RangeError(
      `County code: found "${code}"; expected one of ${realBlueprints.map((known) => known.code).join(", ")}`,
    );
  }
  return planBlueprint(blueprint, seed);
}

/** Derives the plan of a blueprint; throws a RangeError when a key stands twice or names no school or township. */
export function planBlueprint(blueprint: CountyBlueprint, seed: string): RegisterPlan {
  const { code, name, document } = blueprint;
  const townships = new Map(blueprint.townships.map((township) => [township.code, township]));
  const keys = new Set(blueprint.schools.map((line) => line.key));
  if (keys.size !== blueprint.schools.length) {
    throw new RangeError(`School keys of ${code}: found a repeated key; expected each once`);
  }
  const idOf = (key: string | undefined): string | null => {
    if (key === undefined) return null;
    if (!keys.has(key)) throw new RangeError(`School key: found "${key}"; expected a school of ${code}`);
    return schoolId(code, key);
  };
  const pupils = remembered((stage: StageName, year: number) => pupilsBySchool(blueprint, stage, year));

  const schools = blueprint.schools.map((line): RegisterSchool => {
    const township = townships.get(line.township);
    if (township === undefined) {
      throw new RangeError(`Township: found "${line.township}"; expected one of ${code}`);
    }
    const students = (year: number, stage: StageName) => pupils(stage, year).get(line.key) ?? 0;
    const classes = remembered((stage: StageName, year: number) =>
      classesOf(code, line, { stage, year, students: students(year, stage) }),
    );
    return {
      id: schoolId(code, line.key),
      namedId: line.named?.id ?? null,
      name: line.name,
      typeCode: line.type,
      stages: stagesOf(line.type),
      ownership: line.ownership ?? "PUBLIC",
      boarding: line.boarding ?? false,
      urbanRural: line.urbanRural ?? township.urbanRural,
      townshipCode: line.township,
      openedOn: line.opened ?? null,
      closedOn: line.closed ?? null,
      line,
      successorId: idOf(line.successor),
      parentId: idOf(line.parent),
      isOpenOn: (day) => isOpenOn(line, day),
      students,
      filedReturn: (year) => isOpenOn(line, `${year}-09-01`) && !(line.withoutReturn ?? []).includes(year),
      classes: (year, stage) => classes(stage, year),
    };
  });

  return {
    code,
    name,
    document,
    years,
    townships: blueprint.townships.map((township) => ({ code: township.code, name: township.name })),
    schools,
    blueprint,
    random: (purpose) => createRandom(`${seed}/${code}/${purpose}`),
  };
}

/** The same function of a stage and year, each pair worked out once. */
function remembered<T>(work: (stage: StageName, year: number) => T): (stage: StageName, year: number) => T {
  const known = new Map<string, T>();
  return (stage, year) => {
    const key = `${stage}/${year}`;
    const value = known.has(key) ? (known.get(key) as T) : work(stage, year);
    known.set(key, value);
    return value;
  };
}
