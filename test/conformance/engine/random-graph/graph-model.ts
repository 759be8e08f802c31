import { Random } from "../random.js";

/** One part of a field set: a field, with an argument or with parts of its own, or a fragment. */
export type Part =
  | { readonly field: string; readonly arg: number | undefined; readonly inner: readonly Part[] | undefined }
  | { readonly on: string; readonly parts: readonly Part[] };

/** A field of the graph: what it leads to, who answers it, and what it requires. */
export interface FieldModel {
  readonly kind: "text" | "one" | "many";
  /** The type a field of objects leads to; undefined for text. */
  readonly target: string | undefined;
  /** The object types that may stand there. */
  readonly members: readonly string[];
  readonly owners: readonly string[];
  readonly hasArgument: boolean;
  readonly requires: readonly Part[] | undefined;
}

export interface TypeInSubgraph {
  readonly keys: string[];
  readonly fields: Map<string, FieldModel>;
  readonly external: Set<string>;
  /** Fields of text that one of its fields brings of the object it leads to. */
  readonly provides: Map<string, string>;
}

export interface SubgraphModel {
  readonly types: Map<string, TypeInSubgraph>;
  readonly roots: { readonly Query: Map<string, FieldModel>; readonly Mutation: Map<string, FieldModel> };
  /** The members it knows of the union; undefined when it has no union. */
  readonly union: readonly string[] | undefined;
  readonly hasInterface: boolean;
}

/** A random graph: every field of every type, and which subgraph has which. */
export interface GraphModel {
  readonly seed: number;
  readonly types: ReadonlyMap<string, Map<string, FieldModel>>;
  readonly implementations: readonly string[];
  readonly roots: { readonly Query: Map<string, FieldModel>; readonly Mutation: Map<string, FieldModel> };
  readonly subgraphs: ReadonlyMap<string, SubgraphModel>;
}

const KEYS = ["id", "code", "id code", "meta { no }"];

class GraphBuilder {
  readonly #random: Random;
  readonly #names: readonly string[];
  readonly #types: ReadonlyMap<string, Map<string, FieldModel>>;
  readonly #keys: ReadonlyMap<string, readonly string[]>;
  readonly #implementations: readonly string[];
  readonly #subgraphs: ReadonlyMap<string, SubgraphModel>;
  readonly #roots = { Query: new Map<string, FieldModel>(), Mutation: new Map<string, FieldModel>() };

  constructor(seed: number) {
    const random = new Random(seed * 7_919 + 13);
    this.#random = random;
    this.#names = ["a", "b", "c", "d"].slice(0, 2 + random.below(3));
    const types = Array.from({ length: 2 + random.below(3) }, (_, index) => `T${index}`);
    this.#types = new Map(types.map((type) => [type, new Map<string, FieldModel>()]));
    this.#keys = new Map(types.map((type) => [type, ["id", ...this.#some(KEYS, 0.3)]]));
    this.#implementations = random.chance(0.6) ? this.#some(types, 0.6) : [];
    const members = this.#some(types, 0.7);
    this.#subgraphs = new Map(
      this.#names.map((name) => [
        name,
        {
          types: new Map(),
          roots: { Query: new Map(), Mutation: new Map() },
          union: random.chance(0.5) ? this.#some(members, 0.7) : undefined,
          hasInterface: this.#implementations.length > 0 && random.chance(0.5),
        },
      ]),
    );
  }

  build(seed: number): GraphModel {
    for (const [subgraph, { union, hasInterface }] of this.#subgraphs) {
      (union ?? []).forEach((type) => this.#typeIn(subgraph, type));
      (hasInterface ? this.#implementations : []).forEach((type) => this.#typeIn(subgraph, type, "id"));
    }
    this.#addPlainFields();
    this.#addInterfaceField();
    this.#addRequiringFields();
    this.#addProvided();
    this.#addRoots();
    return {
      seed,
      types: this.#types,
      implementations: this.#implementations,
      roots: this.#roots,
      subgraphs: this.#subgraphs,
    };
  }

  #some<T>(from: readonly T[], probability: number): readonly T[] {
    const chosen = from.filter(() => this.#random.chance(probability));
    return chosen.length > 0 ? chosen : [this.#random.pick(from)];
  }

  #typeIn(subgraph: string, type: string, key?: string): TypeInSubgraph {
    const { types } = this.#subgraphs.get(subgraph) as SubgraphModel;
    const known = types.get(type) ?? {
      keys: [...new Set(this.#some(this.#keys.get(type) ?? ["id"], 0.6))],
      fields: new Map(),
      external: new Set(),
      provides: new Map(),
    };
    types.set(type, known);
    if (key !== undefined && !known.keys.includes(key)) known.keys.push(key);
    return known;
  }

  #makeField(owner: string, kinds: readonly FieldModel["kind"][]): FieldModel {
    const { union, hasInterface } = this.#subgraphs.get(owner) as SubgraphModel;
    const kind = this.#random.pick(kinds);
    const base = { kind, owners: [owner], requires: undefined };
    if (kind === "text") {
      return { ...base, target: undefined, members: [], hasArgument: this.#random.chance(0.3) };
    }
    const choice = this.#random.below(4);
    if (choice === 0 && union !== undefined) return { ...base, target: "U", members: union, hasArgument: false };
    if (choice === 1 && hasInterface) {
      return { ...base, target: "I", members: this.#implementations, hasArgument: false };
    }
    const target = this.#random.pick([...this.#types.keys()]);
    return { ...base, target, members: [target], hasArgument: false };
  }

  /** Lets other subgraphs answer the field too, if they know what it leads to. */
  #share(field: FieldModel): FieldModel {
    if (!this.#random.chance(0.3)) return field;
    let { owners, members } = field;
    for (const name of this.#names) {
      const { union = [], hasInterface } = this.#subgraphs.get(name) as SubgraphModel;
      const left = field.target === "U" ? members.filter((member) => union.includes(member)) : members;
      const fits = field.target === undefined || (left.length > 0 && (field.target !== "I" || hasInterface));
      if (!owners.includes(name) && fits && this.#random.chance(0.5)) {
        owners = [...owners, name];
        members = left;
      }
    }
    return { ...field, owners, members };
  }

  #place(type: string, name: string, field: FieldModel): void {
    this.#types.get(type)?.set(name, field);
    for (const owner of field.owners) {
      this.#typeIn(owner, type).fields.set(name, field);
      if (field.target !== undefined && this.#types.has(field.target)) this.#typeIn(owner, field.target);
    }
  }

  #addPlainFields(): void {
    for (const type of this.#types.keys()) {
      for (let index = 0, count = 2 + this.#random.below(4); index < count; index++) {
        const field = this.#makeField(this.#random.pick(this.#names), ["text", "text", "one", "many"]);
        this.#place(type, `${type.toLowerCase()}f${index}`, this.#share(field));
      }
    }
  }

  #addInterfaceField(): void {
    const owners = this.#names.filter((name) => this.#subgraphs.get(name)?.hasInterface);
    for (const type of owners.length > 0 ? this.#implementations : []) {
      const text = { kind: "text", target: undefined, members: [], hasArgument: false, requires: undefined } as const;
      this.#place(type, "x", { ...text, owners });
    }
  }

  #addRequiringFields(): void {
    for (const round of [0, 1]) {
      for (const type of this.#types.keys()) {
        for (const subgraph of this.#names) {
          const external: [string, string][] = [];
          const requires = this.#random.chance(0.4) ? this.#fieldSet(subgraph, type, 0, external) : [];
          if (requires.length > 0) {
            const text = { kind: "text", target: undefined, members: [], hasArgument: false } as const;
            this.#place(type, `${type.toLowerCase()}r${round}${subgraph}`, { ...text, owners: [subgraph], requires });
            external.forEach(([owner, field]) => this.#external(subgraph, owner, field));
          }
        }
      }
    }
  }

  #external(subgraph: string, type: string, name: string): void {
    this.#typeIn(subgraph, type).external.add(name);
    const target = this.#types.get(type)?.get(name)?.target;
    if (target !== undefined && this.#types.has(target)) this.#typeIn(subgraph, target);
  }

  /** A random field set of what the subgraph cannot answer itself; its fields are noted. */
  #fieldSet(subgraph: string, type: string, depth: number, external: [string, string][]): readonly Part[] {
    const parts: Part[] = [];
    for (const [field, model] of this.#types.get(type) ?? []) {
      if (model.owners.includes(subgraph) || parts.length > 2 || (parts.length > 0 && !this.#random.chance(0.4))) {
        continue;
      }
      const { kind, target, hasArgument } = model;
      const arg = hasArgument ? this.#random.below(3) : undefined;
      const inner = kind === "text" ? undefined : this.#innerSet(subgraph, model, depth, external);
      if (kind === "text" || (inner !== undefined && inner.length > 0)) {
        parts.push({ field, arg, inner });
        external.push([type, field]);
      } else if (target !== undefined && this.#types.has(target)) {
        parts.push({ field, arg, inner: [{ field: "id", arg: undefined, inner: undefined }] });
        external.push([type, field]);
        this.#typeIn(subgraph, target, "id");
      }
    }
    return parts;
  }

  #innerSet(subgraph: string, model: FieldModel, depth: number, external: [string, string][]): readonly Part[] {
    const { target, members } = model;
    if (depth > 1 || target === undefined || target === "I") return [];
    if (target !== "U") return this.#fieldSet(subgraph, target, depth + 1, external);
    const { union = [] } = this.#subgraphs.get(subgraph) as SubgraphModel;
    return members
      .filter((member) => union.includes(member))
      .map((on) => ({ on, parts: this.#fieldSet(subgraph, on, 2, external) }))
      .filter(({ parts }) => parts.length > 0);
  }

  #addProvided(): void {
    for (const [name, { types }] of this.#subgraphs) {
      for (const { fields, provides } of Array.from(types.values())) {
        for (const [field, { target = "" }] of fields) {
          const texts = [...(this.#types.get(target) ?? [])].filter(
            ([, { kind, requires, hasArgument, owners }]) =>
              kind === "text" && requires === undefined && !hasArgument && !owners.includes(name),
          );
          if (texts.length > 0 && this.#random.chance(0.25)) {
            const [provided] = this.#random.pick(texts);
            provides.set(field, provided);
            this.#external(name, target, provided);
          }
        }
      }
    }
  }

  #addRoots(): void {
    const add = (root: "Query" | "Mutation", name: string, field: FieldModel): void => {
      this.#roots[root].set(name, field);
      for (const owner of field.owners) {
        this.#subgraphs.get(owner)?.roots[root].set(name, field);
        if (field.target !== undefined && this.#types.has(field.target)) this.#typeIn(owner, field.target);
      }
    };
    for (let index = 0, count = 2 + this.#random.below(4); index < count; index++) {
      add("Query", `q${index}`, this.#share(this.#makeField(this.#random.pick(this.#names), ["one", "many"])));
    }
    for (const index of this.#random.chance(0.4) ? [0, 1] : []) {
      add("Mutation", `m${index}`, this.#makeField(this.#random.pick(this.#names), ["one"]));
    }
  }
}

/** A random graph, the same for the same seed. Not every one composes. */
export function randomGraph(seed: number): GraphModel {
  return new GraphBuilder(seed).build(seed);
}
