import { isAbstractType } from "graphql";
import { getOwn, isObject, isPlainKey, type Data } from "./data.js";
import type { FieldShape, ObjectShape, OutputShape, SelectionShape } from "./response-shape.js";

/** Writes a value as JSON; undefined when the value is not as its type says, for shapeResponse to sort out. */
type JsonWriter = (value: unknown) => string | undefined;

// A character JSON escapes: a quote, a backslash, a control character, or half of a surrogate pair.
// oxlint-disable-next-line no-control-regex
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

function quote(text: string): string {
  return ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`;
}

function writeLeaf(value: unknown): string | undefined {
  switch (typeof value) {
    case "string":
      return quote(value);
    case "number":
    case "boolean":
      return String(value);
    default:
      return JSON.stringify(value);
  }
}

function nonNullWriter(output: OutputShape): JsonWriter {
  switch (output.kind) {
    case "leaf": {
      const { read } = output;
      return (value) => {
        const leaf = read(value);
        return leaf === undefined ? undefined : writeLeaf(leaf);
      };
    }
    case "list":
      return listWriter(outputWriter(output.item));
    case "object":
      return selectionWriter(output.selection);
  }
}

function listWriter(writeItem: JsonWriter): JsonWriter {
  return (value) => {
    if (!Array.isArray(value)) {
      return undefined;
    }
    let text = "[";
    for (let index = 0; index < value.length; index++) {
      const item = writeItem(value[index]);
      if (item === undefined) {
        return undefined;
      }
      text += index === 0 ? item : `,${item}`;
    }
    return `${text}]`;
  };
}

function selectionWriter(selection: SelectionShape): JsonWriter {
  const writers = new Map<string, JsonWriter>();
  const writerFor = (typename: string): JsonWriter | undefined => {
    const known = writers.get(typename);
    if (known !== undefined) {
      return known;
    }
    const shape = selection.forType(typename);
    const made = shape && objectWriter(shape);
    if (made !== undefined) {
      writers.set(typename, made);
    }
    return made;
  };
  const declared = selection.declared.name;
  if (isAbstractType(selection.declared)) {
    return (value) => {
      const typename = isObject(value) ? value["__typename"] : undefined;
      return typeof typename === "string" ? writerFor(typename)?.(value) : undefined;
    };
  }
  let own: JsonWriter | undefined;
  return (value) => {
    own ??= writerFor(declared);
    const typename = isObject(value) ? value["__typename"] : null;
    return typename === undefined || typename === declared ? own?.(value) : undefined;
  };
}

function outputWriter(output: OutputShape): JsonWriter {
  const write = nonNullWriter(output);
  return output.nonNull
    ? (value) => (value === null ? undefined : write(value))
    : (value) => (value === null ? "null" : write(value));
}

function fieldWriter(field: FieldShape, shape: ObjectShape): JsonWriter {
  const { key } = field;
  if (field.source === "typename") {
    const name = shape.concrete ? JSON.stringify(shape.typename) : undefined;
    return () => name;
  }
  if (field.source === "introspection") {
    return () => undefined;
  }
  const write = outputWriter(field.output);
  const read = isPlainKey(key) ? (object: Data) => object[key] : (object: Data) => getOwn(object, key);
  return (object) => {
    const value = read(object as Data);
    return value === undefined ? undefined : write(value);
  };
}

function objectWriter(shape: ObjectShape): JsonWriter {
  const fields = shape.fields.map((field, index) => ({
    before: `${index === 0 ? "{" : ","}${JSON.stringify(field.responseKey)}:`,
    write: fieldWriter(field, shape),
  }));
  if (fields.length === 0) {
    return () => "{}";
  }
  return (object) => {
    let text = "";
    for (const { before, write } of fields) {
      const value = write(object);
      if (value === undefined) {
        return undefined;
      }
      text += before + value;
    }
    return `${text}}`;
  };
}

/**
 * Prepares the writer of an operation's response.
 *
 * It handles what nearly every response is: all there and as typed. Anything else makes it give up, so that one place,
 * shapeResponse, decides what becomes null and which errors say so.
 */
export function compileJsonWriter(shape: ObjectShape): (root: Data) => string | undefined {
  return objectWriter(shape);
}
