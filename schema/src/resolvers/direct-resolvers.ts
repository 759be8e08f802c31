import { GraphQLScalarType, type GraphQLFieldResolver } from "graphql";
import { getMetadataStorage, type BuildSchemaOptions } from "type-graphql";
import { forAllResolver } from "../execution/for-all.js";
import { withoutInfoNeed } from "../execution/info-need.js";
import { takesAll } from "./for-all.decorator.js";
import { objectClassOf, type FieldResolver, type Storage } from "./type-graphql-metadata.js";

type Handler = Pick<FieldResolver, "target" | "methodName" | "schemaName" | "params" | "roles" | "middlewares">;
type Parameter = NonNullable<Handler["params"]>[number];
type Resolver = GraphQLFieldResolver<unknown, unknown>;

/** Reads one parameter of a resolver method from what GraphQL gives a resolver. */
type ReadParameter = (...given: Parameters<Resolver>) => unknown;

/** A class of arguments, with what its arguments are called and of what type they are. */
type ArgumentClass = Storage["argumentTypes"][number];

/** Resolvers by type and field. */
export type DirectResolvers = Readonly<Record<string, Readonly<Record<string, Resolver>>>>;

/** The options under which TypeGraphQL does nothing around a method but read its parameters. */
type Options = Pick<BuildSchemaOptions, "resolvers" | "container" | "validate" | "validateFn" | "globalMiddlewares">;

/**
 * Resolvers that call the methods of resolver classes themselves: where nobody checks roles, no middleware is set and no
 * argument is an object of objects to build, TypeGraphQL's wrapper would only read the parameters anew, and wait for
 * each argument.
 *
 * Gives those alone; to be called after the schema is built, when the metadata is complete.
 */
export function directResolvers(options: Options): DirectResolvers {
  const { resolvers, container, validate, validateFn, globalMiddlewares = [] } = options;
  if (container !== undefined || validate !== false || validateFn !== undefined || globalMiddlewares.length > 0) {
    return {};
  }
  const storage = getMetadataStorage();
  const instances = new Map<Function, object>();
  const direct: Record<string, Record<string, Resolver>> = {};
  const add = (type: string | undefined, handler: Handler): void => {
    const made = type === undefined ? null : directResolver(storage, handler, instances);
    if (made !== null) (direct[type!] ??= {})[handler.schemaName] = made;
    else if (takesAll(handler)) throw notDirect(handler);
  };

  const own = (handler: Handler): boolean => resolvers.includes(handler.target as never);
  for (const query of storage.queries.filter(own)) add("Query", query);
  for (const resolver of storage.fieldResolvers.filter(own)) {
    if (isOnlyOne(storage, resolver, own)) add(typeNameOf(storage, resolver), resolver);
    else if (takesAll(resolver)) throw notDirect(resolver);
  }
  return direct;
}

function notDirect({ target, methodName }: Handler): TypeError {
  const found = `a method whose parameters TypeGraphQL must make, or one of several for its field`;
  return new TypeError(`${target.name}.${methodName} with @ForAll: found ${found}; expected one called directly.`);
}

/** Whether no other method of these resolvers, or of the class itself, resolves the field. */
function isOnlyOne(storage: Storage, resolver: FieldResolver, own: (handler: Handler) => boolean): boolean {
  const { methodName, schemaName } = resolver;
  const objectClass = objectClassOf(storage, resolver);
  const rivals = storage.fieldResolvers.filter(
    (rival) =>
      (rival.kind === "internal" || own(rival)) &&
      (rival.methodName === methodName || rival.schemaName === methodName) &&
      objectClassOf(storage, rival) === objectClass,
  );
  return methodName === schemaName && rivals.length === 1;
}

function typeNameOf(storage: Storage, resolver: FieldResolver): string | undefined {
  const objectClass = objectClassOf(storage, resolver);
  return storage.objectTypes.find(({ target }) => target === objectClass)?.name;
}

function directResolver(storage: Storage, handler: Handler, instances: Map<Function, object>): Resolver | null {
  const { target, methodName, params = [], roles, middlewares = [] } = handler;
  if (roles !== undefined || middlewares.length > 0) return null;
  const readers = params
    .toSorted((left, right) => left.index - right.index)
    .map((parameter) => parameterReader(storage, parameter));
  if (!readers.every((reader) => reader !== null)) return null;

  const resolve: Resolver = (root, args, context, info) => {
    let instance = instances.get(target);
    if (instance === undefined) instances.set(target, (instance = new (target as new () => object)()));
    const given: unknown[] = [];
    for (const read of readers) given.push(read(root, args, context, info));
    const method = (instance as Record<string, (...given: unknown[]) => unknown>)[methodName]!;
    return method.apply(instance, given);
  };
  const takesInfo = params.some(({ kind }) => kind === "info");
  if (!takesAll(handler)) return takesInfo ? resolve : withoutInfoNeed(resolve);
  if (takesInfo) return null;
  return forAllResolver((...given) => resolve(...given, null as never) as Promise<readonly unknown[]>);
}

/** How a parameter is read; null when TypeGraphQL must make it. */
function parameterReader(storage: Storage, parameter: Parameter): ReadParameter | null {
  switch (parameter.kind) {
    case "root":
      return parameter.getType === undefined ? propertyOf((root) => root, parameter.propertyName) : null;
    case "context":
      return propertyOf((_root, _args, context) => context, parameter.propertyName);
    case "info":
      return (_root, _args, _context, info) => info;
    case "arg": {
      const { name } = parameter;
      return isUnchecked(parameter) && isLeaf(parameter.getType())
        ? (_root, args) => (args as Record<string, unknown>)[name]
        : null;
    }
    case "args":
      return isUnchecked(parameter) ? argumentsReader(storage, parameter.getType() as new () => object) : null;
    default:
      return null;
  }
}

/** Whether nobody looks at what was given before the method does. */
function isUnchecked({ validateFn, validateSettings }: Extract<Parameter, { kind: "arg" | "args" }>): boolean {
  return validateFn === undefined && !validateSettings;
}

/** How arguments become an object of their class; null when an argument is an object to build itself. */
function argumentsReader(storage: Storage, argumentClass: new () => object): ReadParameter | null {
  const fields = argumentClasses(storage, argumentClass).flatMap((known) => known.fields ?? []);
  if (!fields.every((field) => isLeaf(field.getType()))) return null;
  const names = [...new Set(fields.map(({ name }) => name))];
  return (_root, args) => {
    const made = new argumentClass() as Record<string, unknown>;
    for (const name of names) {
      const value = (args as Record<string, unknown>)[name];
      if (value !== undefined) made[name] = value;
    }
    return made;
  };
}

/** What is known of a class of arguments and of those it extends. */
function argumentClasses(storage: Storage, argumentClass: Function): readonly ArgumentClass[] {
  const known = storage.argumentTypes.filter(({ target }) => target === argumentClass);
  const above = Object.getPrototypeOf(argumentClass) as Function;
  return above.prototype === undefined ? known : [...known, ...argumentClasses(storage, above)];
}

function propertyOf(read: ReadParameter, property: string | undefined): ReadParameter {
  return property === undefined ? read : (...given) => (read(...given) as Record<string, unknown>)[property];
}

/** Whether values of an argument's type are handed over as GraphQL has coerced them: scalars and enums. */
function isLeaf(type: unknown): boolean {
  return (
    type instanceof GraphQLScalarType || typeof type === "object" || [String, Number, Boolean].includes(type as never)
  );
}
