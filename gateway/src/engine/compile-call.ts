import { mergedText } from "./call-text.js";
import type { CompiledFetch } from "./compile-fetch.js";
import type { CompiledRequires } from "./representations.js";
import type { ScheduledCall } from "./schedule-calls.js";

/** Fetches at several places that ask the same: one list of representations, one list of answers. */
export interface EntityGroup {
  readonly fetches: readonly CompiledFetch[];
  readonly requires: CompiledRequires;
  readonly variables: readonly string[];
}

/** One request to one subgraph, ready to be sent again and again with other values. */
export interface CompiledCall {
  readonly subgraph: string;
  readonly after: readonly number[];
  /** A fetch of root fields, or else groups of entity fetches. */
  readonly root: CompiledFetch | undefined;
  readonly groups: readonly EntityGroup[];
  /** The text that asks for these groups; a group without entities is left out. */
  readonly textFor: (groups: readonly EntityGroup[]) => string;
}

function textCache(all: readonly EntityGroup[]): CompiledCall["textFor"] {
  const texts = new Map<string, string>();
  return (groups) => {
    const key = groups.length === all.length ? "all" : groups.map((group) => all.indexOf(group)).join();
    const known = texts.get(key);
    if (known !== undefined) {
      return known;
    }
    const fetches = groups.map((group) => group.fetches[0] as CompiledFetch);
    const text = fetches.length === 1 ? (fetches[0] as CompiledFetch).text : mergedText(fetches);
    // There are as many combinations as sets of groups; a few of them are all that happens.
    if (texts.size < 64) {
      texts.set(key, text);
    }
    return text;
  };
}

/** Prepares one call of the schedule. */
export function compileCall(call: ScheduledCall): CompiledCall {
  const { subgraph, after, fetches } = call;
  const [first] = fetches;
  if (first !== undefined && first.entities === undefined) {
    return { subgraph, after, root: first, groups: [], textFor: () => first.text };
  }
  const bySignature = new Map<string, CompiledFetch[]>();
  for (const fetch of fetches) {
    bySignature.set(fetch.signature, [...(bySignature.get(fetch.signature) ?? []), fetch]);
  }
  const groups = [...bySignature.values()].flatMap((members): EntityGroup[] => {
    const [{ entities: requires, variables } = {}] = members;
    return requires === undefined ? [] : [{ fetches: members, requires, variables: variables ?? [] }];
  });
  return { subgraph, after, root: undefined, groups, textFor: textCache(groups) };
}
