import { GraphQLError, locatedError, responsePathAsArray, type ASTNode } from "graphql";
import type { Path } from "./path.js";

/** Errors of one execution in the order they were met, without those below a place that is null already. */
export class CollectedErrors {
  readonly errors: GraphQLError[] = [];
  readonly #nulled = new Set<Path | undefined>();

  /** Adds the error of a place that becomes null; `undefined` is the whole response. */
  add(error: GraphQLError, path: Path | undefined): void {
    for (let place = path; place !== undefined; place = place.prev) {
      if (this.#nulled.has(place)) return;
    }
    if (this.#nulled.has(undefined)) return;
    this.#nulled.add(path);
    this.errors.push(error);
  }

  /**
   * The null a failed field or item becomes, its error noted; a non-null one throws the error to the place above.
   *
   * @param raw what was thrown, GraphQL error or not
   */
  nullFor(raw: unknown, nodes: readonly ASTNode[], nullable: boolean, path: Path): null {
    const error = locatedError(raw, nodes as ASTNode[], responsePathAsArray(path));
    if (!nullable) throw error;
    this.add(error, path);
    return null;
  }
}
