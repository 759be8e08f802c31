import type { Json, Question } from "@hub/schema";
import { Kind, parse, print, type OperationDefinitionNode, type TypeNode, type VariableDefinitionNode } from "graphql";
import { usageError } from "./command-line.js";

const unreadable = Symbol("unreadable");

function readJson(text: string): Json | typeof unreadable {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return unreadable;
  }
}

const readers: Readonly<Record<string, (text: string) => Json | typeof unreadable>> = {
  Int: (text) => (/^-?\d+$/.test(text) ? Number(text) : unreadable),
  Float: (text) => (/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : unreadable),
  Boolean: (text) => (text === "true" ? true : text === "false" ? false : unreadable),
};

/** One value of a named type; an object is written as JSON, every other type as its text. */
function readNamed(text: string, type: string): Json | typeof unreadable {
  const reader = readers[type];
  if (reader !== undefined) return reader(text);
  return text.startsWith("{") ? readJson(text) : text;
}

function readValue(texts: readonly string[], type: TypeNode): Json | typeof unreadable {
  if (type.kind === Kind.NON_NULL_TYPE) return readValue(texts, type.type);
  if (texts.length === 1 && texts[0] === "") return null;
  if (type.kind === Kind.LIST_TYPE) {
    const items = texts.flatMap((text) => (text.startsWith("{") ? [text] : text.split(",")));
    const values = items.map((text) => readValue([text], type.type));
    return values.includes(unreadable) ? unreadable : (values as Json[]);
  }
  return texts.length === 1 ? readNamed(texts[0] ?? "", type.name.value) : unreadable;
}

function definitionsOf(question: Question): readonly VariableDefinitionNode[] {
  const operation = parse(question.document).definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  return operation?.variableDefinitions ?? [];
}

/**
 * The variables of a question: its defaults, replaced by what the command line gives, typed as the operation defines
 * them. A list is separated by commas or given by repeating the option; an empty text is null.
 *
 * Throws BAD_USER_INPUT naming the option, what was found and what is expected.
 */
export function typedVariables(
  question: Question,
  given: ReadonlyMap<string, readonly string[]>,
): Record<string, Json> {
  const types = new Map(definitionsOf(question).map(({ variable, type }) => [variable.name.value, type]));
  const variables: Record<string, Json> = { ...question.variables };

  for (const [name, texts] of given) {
    const type = types.get(name);
    if (type === undefined) {
      const known = [...types.keys()].map((variable) => `--${variable}`).join(", ") || "none";
      throw usageError(`--${name}: found no such variable in ${question.name}; expected ${known}.`);
    }
    const value = readValue(texts, type);
    if (value === unreadable) {
      throw usageError(`--${name}: found ${JSON.stringify(texts.join(","))}; expected a value of ${print(type)}.`);
    }
    variables[name] = value;
  }
  return variables;
}
