import { Kind, type DocumentNode, type SelectionSetNode } from "graphql";
import type { Data } from "./data.js";
import { fragmentsOf, PLANNER_ALIAS } from "./documents.js";

/** A path as the key of the entities found there; paths below begin with it. */
export function pathKey(path: readonly string[]): string {
  return `${path.join("/")}/`;
}

/** The paths, as keys of the found entities, at which a fetch may bring new objects. */
export function pathsBrought(
  path: readonly string[],
  set: SelectionSetNode,
  document: DocumentNode,
): readonly string[] {
  const keys = new Set<string>();
  const fragments = fragmentsOf(document);
  const visit = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        visit(selection.selectionSet);
      } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (fragment !== undefined) {
          visit(fragment.selectionSet);
        }
      } else if (selection.selectionSet !== undefined) {
        keys.add((selection.alias?.value ?? selection.name.value).replace(PLANNER_ALIAS, ""));
      }
    }
  };
  visit(set);
  return [...keys].map((key) => pathKey([...path, key]));
}

/** The distinct entities found so far, by place of the plan, as long as no answer has brought others or taken any away. */
export class FoundEntities {
  readonly #byPlace: (readonly Data[] | undefined)[] = [];

  get(place: number): readonly Data[] | undefined {
    return this.#byPlace[place];
  }

  set(place: number, entities: readonly Data[]): void {
    this.#byPlace[place] = entities;
  }

  /** Forgets what stands at these places, which an answer has added to. */
  forget(places: readonly number[]): void {
    for (const place of places) {
      this.#byPlace[place] = undefined;
    }
  }

  clear(): void {
    this.#byPlace.fill(undefined);
  }
}
