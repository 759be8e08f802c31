import type { FieldModel, GraphModel, Part } from "./graph-model.js";

/** An object of a random graph: its type and its number. */
export interface Thing {
  readonly __typename: string;
  readonly n: number;
}

const THINGS = 3;

function hash(text: string): number {
  let value = 2_166_136_261;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  }
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0;
  return (value ^ (value >>> 12)) >>> 0;
}

/** The objects a field leads to: of some type, of some number, or none. */
export function objectsOf({ seed }: GraphModel, place: string, { kind, members }: FieldModel): unknown {
  const one = (index: number): Thing | null => {
    const value = hash(`${place}/${index}/${seed}`);
    const type = members[(value >>> 8) % members.length];
    return value % 7 === 0 || type === undefined ? null : { __typename: type, n: (value >>> 4) % THINGS };
  };
  return kind === "many" ? Array.from({ length: hash(place) % 4 }, (_, index) => one(index)) : one(0);
}

/** What a field that requires others makes of their values. `read` gives a field's value of an object. */
export function written(
  value: unknown,
  parts: readonly Part[],
  read: (object: object, field: string, arg: number | undefined) => unknown,
): string {
  if (value === undefined) return "untold";
  if (value === null) return "null";
  if (Array.isArray(value)) return `[${value.map((item) => written(item, parts, read)).join(";")}]`;
  const object = value as object & { readonly __typename?: string };
  const texts = parts.flatMap((part): readonly string[] => {
    if ("on" in part) return part.on === object.__typename ? [written(object, part.parts, read)] : [];
    const inner = read(object, part.field, part.arg);
    const isText = part.inner === undefined && inner !== undefined && inner !== null;
    return [`${part.field}=${isText ? String(inner) : written(inner, part.inner ?? [], read)}`];
  });
  return `{${texts.join(",")}}`;
}

/** The value of a field of an object, by the model alone: what every subgraph and every gateway must come to. */
export function valueOf(
  graph: GraphModel,
  { __typename: type, n }: Thing,
  field: string,
  arg?: number | null,
): unknown {
  switch (field) {
    case "id":
      return `${type}:${n}`;
    case "code":
      return `c${type}:${n}`;
    case "meta":
      return { no: `n${type}:${n}` };
  }
  const model = graph.types.get(type)?.get(field);
  if (model === undefined) throw new Error(`Model: found no ${type}.${field}; expected one.`);
  if (model.requires !== undefined) {
    const read = (object: object, name: string, given: number | undefined): unknown =>
      valueOf(graph, object as Thing, name, given);
    return `${field}#${type}:${n}${written({ __typename: type, n }, model.requires, read)}`;
  }
  if (model.kind !== "text") return objectsOf(graph, `${type}.${field}#${n}`, model);
  return hash(`${field}${n}${type}`) % 9 === 0 ? null : `${type}.${field}#${n}${arg == null ? "" : `:${arg}`}`;
}
