import { isTypeDefinitionNode, parse, type ConstDirectiveNode } from "graphql";
import { flag, textArgument } from "./directive-arguments.js";

interface Move {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What must stand where so that within each graph the keys it resolves come first; other graphs keep their places. */
function movesAmong(directives: readonly ConstDirectiveNode[], sdl: string): readonly Move[] {
  const joins = directives.filter(({ name }) => name.value === "join__type");
  const byGraph = Map.groupBy(joins, (join) => textArgument(join, "graph"));
  return [...byGraph.values()].flatMap((places) => {
    const named = places.filter((join) => flag(join, "resolvable") === false);
    const wanted = [...places.filter((join) => !named.includes(join)), ...named];
    return places.flatMap(({ loc: to }, index): readonly Move[] => {
      const from = wanted[index]?.loc;
      return from === undefined || to === undefined || from === to
        ? []
        : [{ start: to.start, end: to.end, text: sdl.slice(from.start, from.end) }];
    });
  });
}

/**
 * The supergraph's text with the keys a subgraph resolves before those it only names.
 *
 * The planner takes the first key of a type where it comes back to a subgraph, resolvable or not. Returns the same text
 * when nothing has to move.
 */
export function resolvableKeysFirst(supergraphSdl: string): string {
  const moves = parse(supergraphSdl)
    .definitions.filter(isTypeDefinitionNode)
    .flatMap(({ directives }) => movesAmong(directives ?? [], supergraphSdl))
    .sort((one, other) => one.start - other.start);
  let end = 0;
  const parts = moves.map((move) => {
    const before = supergraphSdl.slice(end, move.start);
    end = move.end;
    return before + move.text;
  });
  return parts.join("") + supergraphSdl.slice(end);
}
