import {
  DirectiveLocation,
  isSpecifiedDirective,
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
  type ASTNode,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
} from "graphql";
import type { DirectiveHolders } from "./directive-holders.js";
import { operationOf, variablesIn } from "./documents.js";
import type { PlanStep } from "./plan-steps.js";

function locationOf(node: ASTNode): DirectiveLocation | undefined {
  switch (node.kind) {
    case Kind.FIELD:
      return DirectiveLocation.FIELD;
    case Kind.INLINE_FRAGMENT:
      return DirectiveLocation.INLINE_FRAGMENT;
    case Kind.VARIABLE_DEFINITION:
      return DirectiveLocation.VARIABLE_DEFINITION;
    case Kind.OPERATION_DEFINITION:
      return node.operation === "mutation" ? DirectiveLocation.MUTATION : DirectiveLocation.QUERY;
    default:
      return undefined;
  }
}

/** The directives that clients may set at a place: of those that may not be repeated the last. */
function allowedAt(
  location: DirectiveLocation,
  directives: readonly DirectiveNode[],
  schema: GraphQLSchema,
): readonly DirectiveNode[] {
  return directives.filter(({ name }, index) => {
    const definition = schema.getDirective(name.value);
    const again = directives.slice(index + 1).some((other) => other.name.value === name.value);
    return definition?.locations.includes(location) === true && (definition.isRepeatable || !again);
  });
}

/** Changes the step; false when it is not known yet what of it the subgraph takes: that is left out. */
function forwardTo(step: PlanStep, document: DocumentNode, schema: GraphQLSchema, holders: DirectiveHolders): boolean {
  let sure = true;
  const fit = (directive: DirectiveNode, location: DirectiveLocation): readonly DirectiveNode[] => {
    const fitting = holders.fit(step.node.serviceName, directive, location);
    sure &&= fitting !== undefined;
    return fitting ? [fitting] : [];
  };
  const client = operationOf(document);
  const withAll = visit(parse(step.node.operation, { noLocation: true }), {
    OperationDefinition: (node) => ({
      ...node,
      directives: client.directives ?? [],
      variableDefinitions: [
        ...(client.variableDefinitions ?? []),
        ...(node.variableDefinitions ?? []).filter(({ variable }) => variable.name.value === "representations"),
      ],
    }),
  });
  const allowed = visit(withAll, {
    enter(node) {
      const location = locationOf(node);
      if (location === undefined || !("directives" in node) || !node.directives?.length) return undefined;
      const directives = allowedAt(location, node.directives, schema).flatMap((one) => fit(one, location));
      return { ...node, directives };
    },
  });
  const used = variablesIn(allowed);
  const sent = visit(allowed, {
    VariableDefinition: ({ variable }) => (used.includes(variable.name.value) ? undefined : null),
    SelectionSet: () => false,
  });
  const variableUsages = used.filter((name) => name !== "representations");
  step.node = { ...step.node, operation: stripIgnoredCharacters(print(sent)), variableUsages };
  return sure;
}

/** A plan, and the subgraphs that must say first which of its directives they define. */
export interface ForwardingPlan {
  readonly steps: readonly PlanStep[];
  readonly unsure: readonly string[];
}

interface ForwardContext {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  readonly holders: DirectiveHolders;
  readonly plan: (document: DocumentNode) => readonly PlanStep[];
}

/**
 * Plans an operation so that every fetch carries the directives subgraphs define for clients: the operation's own, and
 * those of its fields, fragments and variables.
 *
 * Fragments are written out where they are spread, and entities of a mutation are asked for by queries: what may not
 * stand there is left out.
 */
export function forwardDirectives(document: DocumentNode, { schema, holders, plan }: ForwardContext): ForwardingPlan {
  let found = false;
  visit(document, {
    Directive({ name }) {
      const definition = schema.getDirective(name.value);
      found ||= !!definition && !isSpecifiedDirective(definition);
    },
  });
  if (!found) return { steps: plan(document), unsure: [] };
  const steps = plan(
    visit(document, { OperationDefinition: (node) => ({ ...node, directives: [] }), SelectionSet: () => false }),
  );
  const unsure = steps.filter((step) => !forwardTo(step, document, schema, holders));
  return { steps, unsure: [...new Set(unsure.map(({ node }) => node.serviceName))] };
}
