import { entitiesAlias, mergedText, representationsName } from "./call-text.js";
import type { EntityGroup } from "./compile-call.js";

/** What one part of a request calls its entities and their representations. */
export interface PartNames {
  readonly entities: string;
  readonly representations: string;
}

/** How a request asks about the entities of some groups. */
export interface CallForm {
  readonly query: string;
  readonly operationName: string | undefined;
  /** In the order of the groups. */
  readonly parts: readonly PartNames[];
}

const ALONE: readonly PartNames[] = [{ entities: "_entities", representations: "representations" }];

/** There are as many combinations as sets of groups; a few of them are all that happens. */
const FORMS_KEPT = 64;

function formFor(groups: readonly EntityGroup[]): CallForm {
  const [first, ...others] = groups.map((group) => group.first);
  if (first === undefined) {
    throw new TypeError("Call: found no group; expected one at least.");
  }
  if (others.length === 0) {
    return { query: first.text, operationName: first.operationName, parts: ALONE };
  }
  const parts = groups.map((_, part) => ({
    entities: entitiesAlias(part),
    representations: representationsName(part),
  }));
  return { query: mergedText([first, ...others]), operationName: undefined, parts };
}

/** The forms of one call's requests, each made once. Groups without entities are left out of a request. */
export class CallForms {
  readonly #all: readonly EntityGroup[];
  readonly #forms = new Map<string, CallForm>();
  #whole: CallForm | undefined;

  constructor(all: readonly EntityGroup[]) {
    this.#all = all;
  }

  /** The form that asks for these groups, which are in the order of the call. */
  of(groups: readonly { readonly group: EntityGroup }[]): CallForm {
    if (groups.length === this.#all.length) {
      return (this.#whole ??= formFor(this.#all));
    }
    const chosen = groups.map(({ group }) => group);
    const key = chosen.map((group) => this.#all.indexOf(group)).join();
    const known = this.#forms.get(key) ?? formFor(chosen);
    if (this.#forms.size < FORMS_KEPT) {
      this.#forms.set(key, known);
    }
    return known;
  }
}
