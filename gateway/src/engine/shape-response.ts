import { isAbstractType } from "graphql";
import type { CompiledFetch } from "./compile-fetch.js";
import { getOwn, isObject, setOwn, type Data } from "./data.js";
import type { Fault, FaultLog } from "./fault-log.js";
import { locateFaults, type LocatedFault } from "./locate-faults.js";
import { responsePath, type Position } from "./position.js";
import { providersOf } from "./provenance.js";
import type { FieldShape, ObjectShape, OutputShape, SelectionShape } from "./response-shape.js";
import { invalidResponse } from "./subgraph-fault.js";
import type { TypeConditions } from "./type-conditions.js";

/** What a response is made from: the merged data, what went wrong, and who was to give what. */
export interface ShapeInput {
  readonly shape: ObjectShape;
  readonly root: Data;
  readonly faults: FaultLog;
  readonly fetches: readonly CompiledFetch[];
  readonly types: TypeConditions;
  readonly introspect: (field: FieldShape) => unknown;
}

export interface ShapedResponse {
  readonly data: Data | null;
  readonly faults: readonly LocatedFault[];
}

/** A null where none may be: the field above takes it. */
const BUBBLE = Symbol("bubble");

/** One field or item of something, and which of the shaper's own faults belong to it. */
interface Part {
  readonly bubbles: boolean;
  readonly faultsFrom: number;
  readonly faultsTo: number;
}

/** Prefixes of the paths that have an error already, so that one loss is not reported twice. */
class ReportedPaths {
  readonly #prefixes = new Set<string>();

  constructor(faults: readonly LocatedFault[]) {
    faults.forEach((fault) => this.add(fault.path));
  }

  add(path: readonly (string | number)[]): void {
    for (let length = path.length; length > 0; length--) {
      this.#prefixes.add(JSON.stringify(path.slice(0, length)));
    }
  }

  /** Whether an error stands at this path or below. */
  covers(path: readonly (string | number)[]): boolean {
    return this.#prefixes.has(JSON.stringify(path));
  }
}

class ResponseShaper {
  readonly #input: ShapeInput;
  readonly #located: readonly LocatedFault[];
  readonly #reported: ReportedPaths;
  readonly #own: LocatedFault[] = [];

  constructor(input: ShapeInput) {
    this.#input = input;
    const { faults, root, shape } = input;
    this.#located = faults.reported.length === 0 ? [] : locateFaults(faults.reported, root, shape);
    this.#reported = new ReportedPaths(this.#located);
  }

  shape(): ShapedResponse {
    const data = this.#object(this.#input.shape, this.#input.root, undefined);
    return { data: data === BUBBLE ? null : (data as Data), faults: [...this.#located, ...this.#own] };
  }

  #object(shape: ObjectShape, source: Data, above: Position | undefined): Data | typeof BUBBLE {
    const result: Data = {};
    const parts: Part[] = [];
    for (const field of shape.fields) {
      const value = this.#part(parts, () => this.#field(field, shape, source, above));
      if (value !== BUBBLE) {
        setOwn(result, field.responseKey, value);
      }
    }
    return this.#bubbles(parts) ? BUBBLE : result;
  }

  #field(field: FieldShape, shape: ObjectShape, source: Data, above: Position | undefined): unknown {
    const position: Position = { above, step: field.responseKey, key: field.key, owner: source };
    if (field.source === "introspection") {
      return this.#input.introspect(field);
    }
    if (field.source === "typename") {
      return shape.concrete
        ? shape.typename
        : this.#refuse(position, "no type name", "the name of an object type", true);
    }
    const value = getOwn(source, field.key);
    return value === undefined ? this.#missing(field.output, position) : this.#value(field.output, value, position);
  }

  #value(output: OutputShape, value: unknown, position: Position): unknown {
    if (value === null || value === undefined) {
      return output.nonNull ? this.#refuse(position, "null", output.text, true) : null;
    }
    switch (output.kind) {
      case "leaf": {
        const read = output.read(value);
        return read === undefined ? this.#refuse(position, "another value", output.text, output.nonNull) : read;
      }
      case "list":
        return Array.isArray(value)
          ? this.#list(output, value, position)
          : this.#refuse(position, "no list", output.text, output.nonNull);
      case "object": {
        const shape = isObject(value) ? this.#objectShape(output.selection, value) : undefined;
        if (shape === undefined) {
          return this.#refuse(position, "another value", output.text, output.nonNull);
        }
        const object = this.#object(shape, value as Data, position);
        return object === BUBBLE && !output.nonNull ? null : object;
      }
    }
  }

  #objectShape(selection: SelectionShape, value: Data): ObjectShape | undefined {
    const typename = value["__typename"];
    if (typename !== undefined && typeof typename !== "string") {
      return undefined;
    }
    const declared = selection.declared.name;
    return isAbstractType(selection.declared) || typename !== undefined
      ? selection.forType(typename ?? declared)
      : selection.forType(declared);
  }

  #list(output: OutputShape & { readonly kind: "list" }, values: readonly unknown[], above: Position): unknown {
    const parts: Part[] = [];
    const items = values.map((value, index) =>
      this.#part(parts, () =>
        this.#value(output.item, value, { above, step: index, key: undefined, owner: undefined }),
      ),
    );
    return this.#bubbles(parts) ? (output.nonNull ? BUBBLE : null) : items;
  }

  #part(parts: Part[], make: () => unknown): unknown {
    const faultsFrom = this.#own.length;
    const value = make();
    parts.push({ bubbles: value === BUBBLE, faultsFrom, faultsTo: this.#own.length });
    return value;
  }

  /** Whether one of the parts takes the whole with it; then the faults of the others, which nobody will see, go too. */
  #bubbles(parts: readonly Part[]): boolean {
    if (!parts.some((part) => part.bubbles)) {
      return false;
    }
    for (const { bubbles, faultsFrom, faultsTo } of parts.toReversed()) {
      if (!bubbles) {
        this.#own.splice(faultsFrom, faultsTo - faultsFrom);
      }
    }
    return true;
  }

  /** A value the data does not hold: a fault if a fetch failed to bring it, otherwise an entity its subgraph does not know. */
  #missing(output: OutputShape, position: Position): unknown {
    const providers = providersOf(position, this.#input.fetches, this.#input.types);
    const absences = providers.map(({ fetch, entity }) => this.#input.faults.absenceOf(fetch, entity));
    const fault = absences.find((absence) => absence?.fault !== undefined)?.fault;
    const [provider] = providers;
    if (fault !== undefined) {
      this.#report(position, fault);
    } else if (output.nonNull || (provider !== undefined && absences.every((absence) => absence === undefined))) {
      this.#report(
        position,
        invalidResponse(provider?.fetch.subgraph ?? this.#subgraphAbove(position), "no value", output.text),
      );
    } else if (provider === undefined && (position.above === undefined || this.#isConcrete(position.owner))) {
      this.#report(
        position,
        invalidResponse(this.#subgraphAbove(position), "an object no subgraph was asked about", output.text),
      );
    }
    return output.nonNull ? BUBBLE : null;
  }

  /** Whether the object's own type is known; of an interface's object nobody could be asked for the type's fields. */
  #isConcrete(owner: Data | undefined): boolean {
    const typename = owner?.["__typename"];
    return typeof typename === "string" && !this.#input.types.isInterface(typename);
  }

  /** The subgraph that brought the nearest object above. */
  #subgraphAbove(position: Position): string {
    for (let at = position.above; at !== undefined; at = at.above) {
      const [provider] = at.key === undefined ? [] : providersOf(at, this.#input.fetches, this.#input.types);
      if (provider !== undefined) {
        return provider.fetch.subgraph;
      }
    }
    return "";
  }

  #refuse(position: Position, found: string, expected: string, nonNull: boolean): unknown {
    const [provider] = providersOf(position, this.#input.fetches, this.#input.types);
    this.#report(position, invalidResponse(provider?.fetch.subgraph ?? this.#subgraphAbove(position), found, expected));
    return nonNull ? BUBBLE : null;
  }

  #report(position: Position, fault: Fault): void {
    const path = responsePath(position);
    if (!this.#reported.covers(path)) {
      this.#own.push({ path, fault });
    }
  }
}

/**
 * Builds the response from the merged data: the client's keys in the client's order, leaves coerced, nulls carried up to
 * the nearest field that may be null, and an error for each field the engine had to null.
 */
export function shapeResponse(input: ShapeInput): ShapedResponse {
  return new ResponseShaper(input).shape();
}
