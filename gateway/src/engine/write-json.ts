import { isAbstractType } from "graphql";
import { getOwn, isObject, type Data } from "./data.js";
import type { PlanPlaces } from "./plan-places.js";
import type { FieldShape, ObjectShape, OutputShape, SelectionShape } from "./response-shape.js";
import { isPlainText, isTextual, leafText } from "./write-leaf.js";

/** What a plan's run brought, as far as it is written. */
export interface Written {
  readonly root: Data;
  /** Whether no text in the data has a character that JSON escapes. */
  readonly unescaped: boolean;
  /** By place of the plan: whether one object shows equal entities there. */
  readonly shared: readonly boolean[];
}

/** One response being written. */
interface Writing extends Written {
  /** Texts of objects that stand at several places, by writer: what is asked of them may differ. */
  readonly memory: (Map<unknown, string> | undefined)[];
}

/**
 * Adds a value as JSON to a text; undefined when the value is not as its type says, for shapeResponse to sort out.
 *
 * All is added to one text: to write parts and put them together afterwards costs a joint more for each.
 */
type JsonWriter = (text: string, value: unknown, writing: Writing) => string | undefined;
type ObjectWriter = (text: string, value: Data, writing: Writing) => string | undefined;

/** Writes the data of a response; undefined when anything in it is not as typed. */
export type JsonResponseWriter = (written: Written) => string | undefined;

interface WriterContext {
  /** The plan's places by the fields that lead there: equal entities may be one object there. */
  readonly places: ReadonlyMap<string, number>;
  memories: number;
}

function leafWriter({ read }: Extract<OutputShape, { kind: "leaf" }>): JsonWriter {
  return (text, value) => {
    const leaf = read(value);
    const json = leaf === undefined ? undefined : leafText(leaf);
    return json === undefined ? undefined : text + json;
  };
}

function valueWriter(output: OutputShape, path: string, context: WriterContext): JsonWriter {
  switch (output.kind) {
    case "leaf":
      return leafWriter(output);
    case "list":
      return listWriter(outputWriter(output.item, path, context));
    case "object": {
      const write = selectionWriter(output.selection, path, context);
      const place = context.places.get(path);
      return place === undefined ? write : remembering(write, place, context.memories++);
    }
  }
}

function remembering(write: JsonWriter, place: number, memory: number): JsonWriter {
  return (text, value, writing) => {
    if (writing.shared[place] !== true) {
      return write(text, value, writing);
    }
    const texts = (writing.memory[memory] ??= new Map());
    let json = texts.get(value);
    if (json === undefined) {
      json = write("", value, writing);
      if (json === undefined) {
        return undefined;
      }
      texts.set(value, json);
    }
    return text + json;
  };
}

function listWriter(writeItem: JsonWriter): JsonWriter {
  return (text, value, writing) => {
    if (!Array.isArray(value)) {
      return undefined;
    }
    let list: string | undefined = `${text}[`;
    for (let index = 0; index < value.length; index++) {
      list = writeItem(index === 0 ? list : `${list},`, value[index], writing);
      if (list === undefined) {
        return undefined;
      }
    }
    return `${list}]`;
  };
}

function selectionWriter(selection: SelectionShape, path: string, context: WriterContext): JsonWriter {
  const writers = new Map<string, ObjectWriter>();
  const writerFor = (typename: string): ObjectWriter | undefined => {
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
    return (text, value, writing) => {
      const typename = isObject(value) ? value["__typename"] : undefined;
      return typeof typename === "string" ? writerFor(typename)?.(text, value as Data, writing) : undefined;
    };
  }
  let own: ObjectWriter | undefined;
  return (text, value, writing) => {
    if (!isObject(value)) {
      return undefined;
    }
    own ??= writerFor(declared);
    const typename = value["__typename"];
    return typename === undefined || typename === declared ? own?.(text, value, writing) : undefined;
  };
}

function outputWriter(output: OutputShape, path: string, context: WriterContext): JsonWriter {
  const write = valueWriter(output, path, context);
  const { nonNull } = output;
  return (text, value, writing) =>
    value === null ? (nonNull ? undefined : `${text}null`) : write(text, value, writing);
}

function fieldWriter(field: FieldShape, shape: ObjectShape, path: string, context: WriterContext): ObjectWriter {
  const { key } = field;
  if (field.source === "typename") {
    const name = shape.concrete ? JSON.stringify(shape.typename) : undefined;
    return (text) => (name === undefined ? undefined : text + name);
  }
  if (field.source === "introspection") {
    return () => undefined;
  }
  const write = outputWriter(field.output, `${path}/${key}`, context);
  return (text, object, writing) => {
    const value = getOwn(object, key);
    return value === undefined ? undefined : write(text, value, writing);
  };
}

/** A field of an object, with what stands before its value: its name, and the end of a text that stands before it. */
interface FieldWriter {
  readonly key: string;
  /** Whether its values are texts, which most need nothing but quotes. */
  readonly textual: boolean;
  readonly before: string;
  readonly beforeText: string;
  readonly afterText: string;
  readonly betweenTexts: string;
  readonly write: ObjectWriter;
}

function objectWriter(shape: ObjectShape, path: string, context: WriterContext): ObjectWriter {
  const fields = shape.fields.map((field, index): FieldWriter => {
    const before = `${index === 0 ? "{" : ","}${JSON.stringify(field.responseKey)}:`;
    return {
      key: field.key,
      textual: field.source === "data" && isTextual(field.output),
      before,
      beforeText: `${before}"`,
      afterText: `"${before}`,
      betweenTexts: `"${before}"`,
      write: fieldWriter(field, shape, path, context),
    };
  });
  if (fields.length === 0) {
    return (text) => `${text}{}`;
  }
  return (text, object, writing) => {
    let json: string | undefined = text;
    let inText = false;
    for (let index = 0; index < fields.length; index++) {
      const field = fields[index] as FieldWriter;
      const value = field.textual ? getOwn(object, field.key) : undefined;
      if (typeof value === "string" && (writing.unescaped || isPlainText(value))) {
        json = json + (inText ? field.betweenTexts : field.beforeText) + value;
        inText = true;
        continue;
      }
      json = field.write(json + (inText ? field.afterText : field.before), object, writing);
      if (json === undefined) {
        return undefined;
      }
      inText = false;
    }
    return json + (inText ? '"}' : "}");
  };
}

/**
 * Prepares the writer of an operation's response.
 *
 * It handles what nearly every response is: all there and as typed. Anything else makes it give up, so that one place,
 * shapeResponse, decides what becomes null and which errors say so.
 */
export function compileJsonWriter(shape: ObjectShape, places: PlanPlaces): JsonResponseWriter {
  const write = objectWriter(shape, "", { places: places.byFields(), memories: 0 });
  return ({ root, unescaped, shared }) => write("", root, { root, unescaped, shared, memory: [] });
}
