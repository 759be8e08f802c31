import { isAbstractType } from "graphql";
import { getOwn, isObject, type Data } from "./data.js";
import type { Fault, ReportedFault } from "./fault-log.js";
import type { FieldShape, ObjectShape, OutputShape, SelectionShape } from "./response-shape.js";

/** A fault at a path of the response. */
export interface LocatedFault {
  readonly path: readonly (string | number)[];
  readonly fault: Fault;
}

type Path = readonly (string | number)[];
type Visit = (value: unknown, shapes: readonly OutputShape[], path: Path) => void;

function selectionOf(output: OutputShape): SelectionShape | undefined {
  return output.kind === "list" ? selectionOf(output.item) : output.kind === "object" ? output.selection : undefined;
}

/** The fields of the response that read `key` of an object. */
function fieldsFor(value: unknown, shape: ObjectShape | readonly OutputShape[], key: string): readonly FieldShape[] {
  const objects = "fields" in shape ? [shape] : shape.flatMap((output) => objectsFor(value, selectionOf(output)));
  return objects.flatMap((object) => object.fields.filter((field) => field.source === "data" && field.key === key));
}

function objectsFor(value: unknown, selection: SelectionShape | undefined): readonly ObjectShape[] {
  const typename = isObject(value) ? value["__typename"] : undefined;
  const name = typeof typename === "string" || selection === undefined ? typename : selection.declared.name;
  const shape = typeof name === "string" ? selection?.forType(name) : undefined;
  return shape === undefined ? [] : [shape];
}

/** Takes one step by key: once per response key that shows it, or under its own name when the client did not ask for it. */
function stepInto(
  value: unknown,
  shape: ObjectShape | readonly OutputShape[],
  key: string,
  path: Path,
  visit: Visit,
): void {
  const inner = isObject(value) ? getOwn(value, key) : undefined;
  const byKey = new Map<string, OutputShape[]>();
  for (const field of fieldsFor(value, shape, key)) {
    byKey.set(field.responseKey, [...(byKey.get(field.responseKey) ?? []), field.output]);
  }
  if (byKey.size === 0) {
    visit(inner, [], [...path, key]);
  }
  for (const [responseKey, shapes] of byKey) {
    visit(inner, shapes, [...path, responseKey]);
  }
}

function walkEntities(
  value: unknown,
  shape: ObjectShape | readonly OutputShape[],
  keys: readonly string[],
  path: Path,
  visit: Visit,
): void {
  const [key, ...rest] = keys;
  if (Array.isArray(value)) {
    const left = key === "@" ? rest : keys;
    value.forEach((item, index) => walkEntities(item, shape, left, [...path, index], visit));
  } else if (key === undefined) {
    visit(value, "fields" in shape ? [] : shape, path);
  } else if (key !== "@" && isObject(value)) {
    stepInto(value, shape, key, path, (inner, shapes, at) => walkEntities(inner, shapes, rest, at, visit));
  }
}

/** Says a path inside a subgraph's answer in the client's words. */
function walkReported(
  value: unknown,
  shape: ObjectShape | readonly OutputShape[],
  steps: Path,
  path: Path,
  found: (path: Path) => void,
): void {
  const [step, ...rest] = steps;
  if (step === undefined) {
    found(path);
  } else if (typeof step === "number") {
    walkReported(Array.isArray(value) ? value[step] : undefined, shape, rest, [...path, step], found);
  } else {
    const key = step.replace(/__alias_\d+$/, "");
    stepInto(value, shape, key, path, (inner, shapes, at) => walkReported(inner, shapes, rest, at, found));
  }
}

/** Finds where in the response the faults belong that subgraphs reported, once per place that shows the field. */
export function locateFaults(
  reported: readonly ReportedFault[],
  root: Data,
  shape: ObjectShape,
): readonly LocatedFault[] {
  const located = new Map<string, LocatedFault>();
  for (const { fetch, under, path, fault } of reported) {
    const add = (at: Path): void => {
      located.set(JSON.stringify([at, fault.code]), { path: at, fault });
    };
    if (under === null) {
      walkReported(root, shape, path, [], add);
    } else {
      walkEntities(root, shape, fetch.path, [], (value, shapes, at) => {
        if (isObject(value) && under.has(value)) {
          walkReported(value, shapes, path, at, add);
        }
      });
    }
  }
  return [...located.values()];
}

/** Whether a selection's type must be read from the data. */
export function isOpen(selection: SelectionShape): boolean {
  return isAbstractType(selection.declared);
}
