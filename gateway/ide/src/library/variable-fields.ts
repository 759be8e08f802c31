import { isEnumType, Kind, parse, type GraphQLSchema, type TypeNode } from "graphql";
import { chineseHeading } from "../language/short-description";

/** One choice of an enum: the value and its Chinese name where the schema has one. */
export interface VariableOption {
  readonly value: string;
  readonly zh: string | null;
}

/** One variable of a question as an input. */
export interface VariableField {
  readonly name: string;
  readonly required: boolean;
  /** The named type, or null when the type is a list, which only the editor can edit. */
  readonly type: string | null;
  /** The choices of an enum; empty for every other type. */
  readonly options: readonly VariableOption[];
}

function namedType(type: TypeNode): string | null {
  if (type.kind === Kind.NON_NULL_TYPE) return namedType(type.type);
  return type.kind === Kind.NAMED_TYPE ? type.name.value : null;
}

/** The inputs for the variables of a question's document, in the order of their definition. */
export function variableFields(document: string, schema: GraphQLSchema | null): readonly VariableField[] {
  const [operation] = parse(document).definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  return (operation?.variableDefinitions ?? []).map(({ variable, type, defaultValue }) => {
    const name = namedType(type);
    const enumType = name === null ? undefined : schema?.getType(name);
    return {
      name: variable.name.value,
      required: type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined,
      type: name,
      options: isEnumType(enumType)
        ? enumType.getValues().map((value) => ({ value: value.name, zh: chineseHeading(value.description ?? null) }))
        : [],
    };
  });
}

/** What was typed as the value of a variable; text that does not fit stays text, for the hub to refuse by name. */
export function variableValue(typed: string, type: string | null): string | number | boolean | null {
  if (typed === "") return null;
  if (type === "Int" && /^-?\d+$/.test(typed)) return Number(typed);
  if (type === "Float" && Number.isFinite(Number(typed))) return Number(typed);
  if (type === "Boolean" && (typed === "true" || typed === "false")) return typed === "true";
  return typed;
}
