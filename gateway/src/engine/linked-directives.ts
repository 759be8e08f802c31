import {
  baseType,
  coreFeatureDefinitionIfKnown,
  isExecutableDirectiveLocation,
  isInputObjectType,
  type CoreFeature,
  type DirectiveDefinition,
  type NamedType,
  type Schema,
} from "@apollo/federation-internals";
import { parse, print, visit, type ConstDirectiveNode } from "graphql";
import { textArgument } from "./directive-arguments.js";

/** A supergraph in which directives for clients that came by @link stand as if they had come without it. */
export interface UnlinkedSupergraph {
  readonly sdl: string;
  /** Their names. Composition keeps them when one subgraph defines them; the others may not know them. */
  readonly directives: ReadonlySet<string>;
}

const APOLLO = "https://specs.apollo.dev/";

/** Whether it means nothing to the planner and must not: what it must enforce is marked with a purpose. */
function isForeign({ url, purpose }: CoreFeature): boolean {
  return purpose === undefined && !url.identity.startsWith(APOLLO) && coreFeatureDefinitionIfKnown(url) === undefined;
}

/** Every type that stands in an argument of the directives. */
function typesOf(directives: readonly DirectiveDefinition[]): ReadonlySet<NamedType> {
  const types = new Set<NamedType>();
  directives.flatMap((one) => one.arguments()).forEach(({ type }) => type && types.add(baseType(type)));
  // A set grows while it is walked: types of input fields are met too.
  for (const type of types) {
    if (isInputObjectType(type)) type.fields().forEach((field) => field.type && types.add(baseType(field.type)));
  }
  return types;
}

/**
 * Frees directives that clients may use from the specifications they are linked from.
 *
 * Apollo's library keeps everything linked from clients. What only describes types stays hidden; the text is the same
 * when nothing is to be freed.
 */
export function unlinkExecutableDirectives(supergraphSdl: string, schema: Schema): UnlinkedSupergraph {
  const features = (schema.coreFeatures?.allFeatures() ?? []).filter(isForeign);
  const defined = schema.directives().filter((one) => features.some((feature) => feature.isFeatureDefinition(one)));
  const kept = defined.filter((one) => one.hasExecutableLocations());
  if (kept.length === 0) return { sdl: supergraphSdl, directives: new Set() };
  const freed = features.filter((feature) => kept.some((one) => feature.isFeatureDefinition(one)));
  const urls = new Set(freed.map(({ directive }) => String(directive.arguments()["url"])));
  const ofFreed = (one: DirectiveDefinition | NamedType): boolean =>
    freed.some((feature) => feature.isFeatureDefinition(one));
  const names = new Set(defined.filter(ofFreed).map(({ name }) => name));
  const keptNames = new Set(kept.map(({ name }) => name));
  const needed = typesOf(kept);
  const hidden = new Set(schema.types().flatMap((one) => (ofFreed(one) && !needed.has(one) ? [one.name] : [])));
  const link = schema.coreFeatures?.coreItself.nameInSchema;
  const hide = ({ name }: { readonly name: { readonly value: string } }): null | undefined =>
    hidden.has(name.value) ? null : undefined;
  const document = visit(parse(supergraphSdl, { noLocation: true }), {
    Directive(node) {
      const isLink = node.name.value === link && urls.has(textArgument(node as ConstDirectiveNode, "url") ?? "");
      return isLink || names.has(node.name.value) ? null : undefined;
    },
    DirectiveDefinition(node) {
      if (!names.has(node.name.value)) return undefined;
      const locations = node.locations.filter(({ value }) => isExecutableDirectiveLocation(value as never));
      return keptNames.has(node.name.value) ? { ...node, locations } : null;
    },
    ScalarTypeDefinition: hide,
    EnumTypeDefinition: hide,
    InputObjectTypeDefinition: hide,
    ObjectTypeDefinition: hide,
    InterfaceTypeDefinition: hide,
    UnionTypeDefinition: hide,
  });
  return { sdl: print(document), directives: keptNames };
}
