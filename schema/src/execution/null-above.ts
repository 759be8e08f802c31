import { isListType, isNonNullType, type GraphQLError, type GraphQLOutputType } from "graphql";
import type { Execution } from "./execution.js";
import type { FieldContext } from "./field-context.js";
import type { Path } from "./path.js";

/**
 * Makes null what a failed non-null field leaves without a value: the nearest place above it that may be null, else the
 * whole response.
 *
 * Waits as long as an error takes from promise to promise on that way, since of two errors that race only the first is
 * told when one makes null what the other lies in.
 */
export async function nullAbove(
  execution: Execution,
  field: FieldContext,
  place: Path,
  error: GraphQLError,
): Promise<void> {
  const { nulled, turns } = wayUp(field, place);
  for (let turn = 0; turn < turns; turn++) await undefined;
  execution.fail(error, nulled);
}

function wayUp(field: FieldContext, place: Path): { readonly nulled: Path | undefined; readonly turns: number } {
  let nulled = place.prev;
  // From the field to its object: all its fields as one promise, the object as another.
  let turns = 2;
  for (let owner = field.above; owner !== undefined; owner = owner.above) {
    for (const nullable of nullableLevels(owner.definition.type)) {
      turns += 1;
      if (nullable) return { nulled, turns };
      nulled = nulled?.prev;
      turns += 1;
    }
    turns += 1;
  }
  return { nulled: undefined, turns };
}

/** Whether a value of the type may be null, from the innermost item of its lists to the whole. */
function nullableLevels(type: GraphQLOutputType): readonly boolean[] {
  const nullable = !isNonNullType(type);
  const inner = isNonNullType(type) ? type.ofType : type;
  return isListType(inner) ? [...nullableLevels(inner.ofType), nullable] : [nullable];
}
