import { Kind, parse, print, visit, type DirectiveNode, type FieldNode, type SelectionSetNode } from "graphql";

/** A field some subgraph must be told before it can answer another: its name and, printed, its arguments. */
export interface RequiredArguments {
  readonly field: string;
  readonly args: string;
}

/** Names the planner puts into fetches on its own account, read from the supergraph's join directives. */
export interface InternalNames {
  /** Fields of keys and of @requires and @provides, and `__typename`: a client's alias must not take their place. */
  readonly reserved: ReadonlySet<string>;
  /** Those that are required with arguments: not even the plain field may take their place. */
  readonly withArguments: ReadonlySet<string>;
  /** Per `Type.field`: the fields named in `withArguments` that it requires, directly or through others. */
  readonly requirements: ReadonlyMap<string, readonly RequiredArguments[]>;
  /** Every field name of the supergraph: an alias the engine invents must be none of them. */
  readonly fields: ReadonlySet<string>;
}

/** The field set a join directive gives under an argument. */
export function fieldSet(directive: DirectiveNode, name: string): SelectionSetNode | undefined {
  const value = directive.arguments?.find((candidate) => candidate.name.value === name)?.value;
  if (value?.kind !== Kind.STRING || value.value.trim() === "") {
    return undefined;
  }
  const definition = parse(`{ ${value.value} }`, { noLocation: true }).definitions[0];
  return definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet : undefined;
}

function fieldsIn(set: SelectionSetNode): FieldNode[] {
  const found: FieldNode[] = [];
  visit(set, { Field: (field) => void found.push(field) });
  return found;
}

/** Arguments as text, so that two uses of a field can be compared. */
export function printArguments(field: FieldNode): string {
  return [...(field.arguments ?? [])]
    .map((entry) => print(entry))
    .sort()
    .join(",");
}

/** Adds what the required fields require themselves, to any depth. */
function withRequirementsOfRequired(
  direct: ReadonlyMap<string, readonly FieldNode[]>,
): (coordinate: string) => FieldNode[] {
  const byName = new Map<string, FieldNode[]>();
  for (const [coordinate, fields] of direct) {
    const name = coordinate.slice(coordinate.indexOf(".") + 1);
    byName.set(name, [...(byName.get(name) ?? []), ...fields]);
  }
  return (coordinate) => {
    const found = new Set<FieldNode>(direct.get(coordinate) ?? []);
    for (const field of found) {
      for (const next of byName.get(field.name.value) ?? []) {
        found.add(next);
      }
    }
    return [...found];
  };
}

/** Reads the names from a supergraph's text. */
export function readInternalNames(supergraphSdl: string): InternalNames {
  const reserved = new Set(["__typename"]);
  const fields = new Set<string>();
  const required = new Map<string, FieldNode[]>();
  const reserve = (set: SelectionSetNode | undefined): readonly FieldNode[] => {
    const found = set === undefined ? [] : fieldsIn(set);
    found.forEach((field) => reserved.add(field.name.value));
    return found;
  };
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) {
      continue;
    }
    definition.directives?.forEach((directive) => reserve(fieldSet(directive, "key")));
    for (const field of definition.fields ?? []) {
      fields.add(field.name.value);
      const needs = (field.directives ?? []).flatMap((directive) => {
        reserve(fieldSet(directive, "provides"));
        return reserve(fieldSet(directive, "requires"));
      });
      if (needs.length > 0) {
        required.set(`${definition.name.value}.${field.name.value}`, needs);
      }
    }
  }
  const all = [...required.values()].flat();
  const withArguments = new Set(all.filter((field) => printArguments(field) !== "").map((field) => field.name.value));
  const closure = withRequirementsOfRequired(required);
  const requirements = new Map<string, readonly RequiredArguments[]>();
  for (const coordinate of required.keys()) {
    const relevant = closure(coordinate).filter((field) => withArguments.has(field.name.value));
    if (relevant.length > 0) {
      requirements.set(
        coordinate,
        relevant.map((field) => ({ field: field.name.value, args: printArguments(field) })),
      );
    }
  }
  return { reserved, withArguments, requirements, fields };
}
