import { isAbstractType } from "graphql";
import type { CompiledFetch } from "./compile-fetch.js";
import { getOwn, isObject, isPlainKey, type Data } from "./data.js";
import type { FieldShape, ObjectShape, OutputShape, SelectionShape } from "./response-shape.js";

/** One response being written. */
interface Writing {
  /** Whether no text in the data has a character that JSON escapes. */
  readonly unescaped: boolean;
  /** Texts of objects that stand at several places, per place of the operation. */
  readonly memory: (Map<unknown, string> | undefined)[];
}

/** Writes a value as JSON; undefined when the value is not as its type says, for shapeResponse to sort out. */
type JsonWriter = (value: unknown, writing: Writing) => string | undefined;

/** Writes the data of a response; undefined when anything in it is not as typed. */
export type JsonResponseWriter = (root: Data, unescaped: boolean) => string | undefined;

interface WriterContext {
  /** Paths at which equal entities are one object. */
  readonly shared: ReadonlySet<string>;
  places: number;
}

// A character JSON escapes: a quote, a backslash, a control character, or half of a surrogate pair.
// oxlint-disable-next-line no-control-regex
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

/** Looking first is faster than escaping for texts up to about this length. */
const SHORT_TEXT = 64;

function writeText(text: string): string {
  return text.length > SHORT_TEXT || ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`;
}

function writeLeaf(value: unknown): string | undefined {
  switch (typeof value) {
    case "string":
      return writeText(value);
    case "number":
    case "boolean":
      return String(value);
    default:
      return JSON.stringify(value);
  }
}

function leafWriter({ read, typeName }: Extract<OutputShape, { kind: "leaf" }>): JsonWriter {
  const any: JsonWriter = (value) => {
    const leaf = read(value);
    return leaf === undefined ? undefined : writeLeaf(leaf);
  };
  return typeName === "String" || typeName === "ID"
    ? (value, writing) =>
        typeof value === "string" ? (writing.unescaped ? `"${value}"` : writeText(value)) : any(value, writing)
    : any;
}

function valueWriter(output: OutputShape, path: string, context: WriterContext): JsonWriter {
  switch (output.kind) {
    case "leaf":
      return leafWriter(output);
    case "list":
      return listWriter(outputWriter(output.item, path, context));
    case "object": {
      const write = selectionWriter(output.selection, path, context);
      return context.shared.has(path) ? remembering(write, context) : write;
    }
  }
}

function remembering(write: JsonWriter, context: WriterContext): JsonWriter {
  const place = context.places++;
  return (value, writing) => {
    const texts = (writing.memory[place] ??= new Map());
    const known = texts.get(value);
    if (known !== undefined) {
      return known;
    }
    const text = write(value, writing);
    if (text !== undefined) {
      texts.set(value, text);
    }
    return text;
  };
}

function listWriter(writeItem: JsonWriter): JsonWriter {
  return (value, writing) => {
    if (!Array.isArray(value)) {
      return undefined;
    }
    let text = "[";
    for (let index = 0; index < value.length; index++) {
      const item = writeItem(value[index], writing);
      if (item === undefined) {
        return undefined;
      }
      text += index === 0 ? item : `,${item}`;
    }
    return `${text}]`;
  };
}

function selectionWriter(selection: SelectionShape, path: string, context: WriterContext): JsonWriter {
  const writers = new Map<string, JsonWriter>();
  const writerFor = (typename: string): JsonWriter | undefined => {
    const known = writers.get(typename);
    if (known !== undefined) {
      return known;
    }
    const shape = selection.forType(typename);
    const made = shape && objectWriter(shape, path, context);
    if (made !== undefined) {
      writers.set(typename, made);
    }
    return made;
  };
  const declared = selection.declared.name;
  if (isAbstractType(selection.declared)) {
    return (value, writing) => {
      const typename = isObject(value) ? value["__typename"] : undefined;
      return typeof typename === "string" ? writerFor(typename)?.(value, writing) : undefined;
    };
  }
  let own: JsonWriter | undefined;
  return (value, writing) => {
    own ??= writerFor(declared);
    const typename = isObject(value) ? value["__typename"] : null;
    return typename === undefined || typename === declared ? own?.(value, writing) : undefined;
  };
}

function outputWriter(output: OutputShape, path: string, context: WriterContext): JsonWriter {
  const write = valueWriter(output, path, context);
  const nothing = output.nonNull ? undefined : "null";
  return (value, writing) => (value === null ? nothing : write(value, writing));
}

function fieldWriter(field: FieldShape, shape: ObjectShape, path: string, context: WriterContext): JsonWriter {
  const { key } = field;
  if (field.source === "typename") {
    const name = shape.concrete ? JSON.stringify(shape.typename) : undefined;
    return () => name;
  }
  if (field.source === "introspection") {
    return () => undefined;
  }
  const write = outputWriter(field.output, `${path}/${key}`, context);
  const read = isPlainKey(key) ? (object: Data) => object[key] : (object: Data) => getOwn(object, key);
  return (object, writing) => {
    const value = read(object as Data);
    return value === undefined ? undefined : write(value, writing);
  };
}

function objectWriter(shape: ObjectShape, path: string, context: WriterContext): JsonWriter {
  const fields = shape.fields.map((field, index) => ({
    before: `${index === 0 ? "{" : ","}${JSON.stringify(field.responseKey)}:`,
    write: fieldWriter(field, shape, path, context),
  }));
  if (fields.length === 0) {
    return () => "{}";
  }
  return (object, writing) => {
    let text = "";
    for (const { before, write } of fields) {
      const value = write(object, writing);
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
export function compileJsonWriter(shape: ObjectShape, fetches: readonly CompiledFetch[]): JsonResponseWriter {
  const entityPaths = fetches.map(({ path }) => ["", ...path.filter((step) => step !== "@")].join("/"));
  const write = objectWriter(shape, "", { shared: new Set(entityPaths), places: 0 });
  return (root, unescaped) => write(root, { unescaped, memory: [] });
}
