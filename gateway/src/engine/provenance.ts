import { Kind, type SelectionSetNode } from "graphql";
import type { CompiledFetch } from "./compile-fetch.js";
import type { Data } from "./data.js";
import { fragmentsOf, PLANNER_ALIAS } from "./documents.js";
import { fieldsAbove, type Position } from "./position.js";
import type { TypeConditions } from "./type-conditions.js";

interface Step {
  readonly key: string;
  readonly owner: Data;
}

function selects(fetch: CompiledFetch, steps: readonly Step[], types: TypeConditions): boolean {
  const fragments = fragmentsOf(fetch.document);
  const fits = (condition: string | undefined, owner: Data): boolean =>
    condition === undefined || owner["__typename"] === undefined || types.applies(condition, owner["__typename"]);
  const search = (set: SelectionSetNode, from: number): boolean => {
    const step = steps[from];
    if (step === undefined) {
      return true;
    }
    return set.selections.some((selection) => {
      switch (selection.kind) {
        case Kind.FIELD: {
          const key = (selection.alias?.value ?? selection.name.value).replace(PLANNER_ALIAS, "");
          const same = key === step.key || selection.name.value === step.key;
          return (
            same &&
            (from + 1 === steps.length ||
              (selection.selectionSet !== undefined && search(selection.selectionSet, from + 1)))
          );
        }
        case Kind.INLINE_FRAGMENT:
          return fits(selection.typeCondition?.name.value, step.owner) && search(selection.selectionSet, from);
        case Kind.FRAGMENT_SPREAD: {
          const fragment = fragments.get(selection.name.value);
          return (
            fragment !== undefined &&
            fits(fragment.typeCondition.name.value, step.owner) &&
            search(fragment.selectionSet, from)
          );
        }
      }
    });
  };
  return search(fetch.selection, 0);
}

/** A fetch that was to give a field, and the entity it was to give it for. */
export interface Provider {
  readonly fetch: CompiledFetch;
  /** Undefined for a root field. */
  readonly entity: Data | undefined;
}

/** The fetches that select the field at `position`. Only asked when something is wrong there. */
export function providersOf(
  position: Position,
  fetches: readonly CompiledFetch[],
  types: TypeConditions,
): readonly Provider[] {
  const fields = fieldsAbove(position);
  return fetches.flatMap((fetch) => {
    const above = fetch.path.filter((element) => element !== "@");
    const under = fields.slice(above.length);
    const below = above.every((key, index) => fields[index]?.key === key);
    if (!below || under.length === 0 || !selects(fetch, under, types)) {
      return [];
    }
    return [{ fetch, entity: fetch.entities === undefined ? undefined : under[0]?.owner }];
  });
}
