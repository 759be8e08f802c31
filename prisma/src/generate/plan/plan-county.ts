import type { StageName } from "../county-plan.js";
import { createRandom } from "../random.js";
import { allocate } from "./allocate.js";
import type { CountyBlueprint, SchoolLine } from "./blueprint.js";
import { realBlueprints } from "./blueprints/index.js";
import { isOpenOn, pupilsByGrade, pupilsBySchool } from "./pupil-numbers.js";
import type { RegisterPlan, RegisterSchool } from "./register-plan.js";
import { schoolId } from "./school-id.js";
import { classLimits, stagesOf } from "./school-types.js";

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

/** Derives the plan of a blueprint; throws a RangeError when two schools get one id or a key names no school. */
export function planBlueprint(blueprint: CountyBlueprint, seed: string): RegisterPlan {
  const townships = new Map(blueprint.townships.map((township) => [township.code, township]));
  const keys = new Set(blueprint.schools.map((line) => line.key));
  if (keys.size !== blueprint.schools.length)
    throw new RangeError(`School keys of ${blueprint.code}: found a repeated key; expected each once`);
  const idOf = (key: string | undefined): string | null => {
    if (key === undefined) return null;
    if (!keys.has(key)) throw new RangeError(`School key: found "${key}"; expected a school of ${blueprint.code}`);
    return schoolId(blueprint.code, key);
  };

  const totals = new Map<string, ReadonlyMap<string, number>>();
  const studentsOf = (line: SchoolLine, year: number, stage: StageName): number => {
    const key = `${stage}/${year}`;
    const known = totals.get(key) ?? pupilsBySchool(blueprint, stage, year);
    totals.set(key, known);
    return known.get(line.key) ?? 0;
  };

  const schools = blueprint.schools.map((line): RegisterSchool => {
    const township = townships.get(line.township);
    if (township === undefined)
      throw new RangeError(`Township: found "${line.township}"; expected one of ${blueprint.code}`);
    return {
      id: schoolId(blueprint.code, line.key),
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
      students: (year, stage) => studentsOf(line, year, stage),
      filedReturn: (year) => isOpenOn(line, `${year}-09-01`) && !(line.withoutReturn ?? []).includes(year),
      classes: (year, stage) =>
        pupilsByGrade(blueprint.code, line, { stage, year, students: studentsOf(line, year, stage) }).flatMap(
          ({ grade, students }) => {
            const groups = Math.ceil(students / (line.classLimit ?? classLimits[stage]));
            return allocate(students, Array<number>(groups).fill(1)).map((size, index) => ({
              grade,
              number: index + 1,
              students: size,
            }));
          },
        ),
    };
  });

  return {
    code: blueprint.code,
    name: blueprint.name,
    document: blueprint.document,
    years,
    townships: blueprint.townships.map(({ code, name }) => ({ code, name })),
    schools,
    blueprint,
    random: (purpose) => createRandom(`${seed}/${blueprint.code}/${purpose}`),
  };
}
