import type { LateField } from "./stage-requirements.js";

/** Late fields that one fetch asks for: of the same entities, told the same, once the same is there. */
export type LateGroup = readonly [LateField, ...LateField[]];

const responseKey = ({ field }: LateField): string => (field.alias ?? field.name).value;

function sameFields(one: readonly LateField[], other: readonly LateField[]): boolean {
  const [few, many] = [new Set(one), new Set(other)];
  return few.size === many.size && [...few].every((field) => many.has(field));
}

/**
 * Gathers late fields that lack nothing the others have: what one of them waits for and is told, all are.
 *
 * Fields that wait for the same stand equally deep in the plan, so that no group comes to wait for itself.
 */
export function groupLateFields(late: readonly LateField[]): readonly LateGroup[] {
  const groups: [LateField, ...LateField[]][] = [];
  const alike = new Map<string, typeof groups>();
  for (const field of late) {
    const { subgraph, type, on, path, told, renames, home, after } = field;
    const key = JSON.stringify([subgraph, type, on, path, told, renames]);
    const candidates = alike.get(key) ?? [];
    const group = candidates.find(
      ([first, ...others]) =>
        first.home === home &&
        sameFields(first.after, after) &&
        ![first, ...others].some((member) => responseKey(member) === responseKey(field)),
    );
    if (group !== undefined) {
      group.push(field);
      continue;
    }
    const made: [LateField, ...LateField[]] = [field];
    groups.push(made);
    alike.set(key, [...candidates, made]);
  }
  return groups;
}
