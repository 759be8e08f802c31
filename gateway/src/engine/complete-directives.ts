import {
  isSpecifiedDirective,
  Kind,
  visit,
  type ArgumentNode,
  type ConstValueNode,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from "graphql";
import { operationOf } from "./documents.js";

/** An operation whose directives say all their arguments. */
export interface CompletedDirectives {
  readonly document: DocumentNode;
  /** Variables made for it, and the client's variable of which each takes the value. */
  readonly given: ReadonlyMap<string, string>;
}

class Completion {
  readonly made = new Map<string, VariableDefinitionNode>();
  readonly given = new Map<string, string>();
  readonly #schema: GraphQLSchema;
  readonly #variables: ReadonlyMap<string, VariableDefinitionNode>;

  constructor(schema: GraphQLSchema, definitions: readonly VariableDefinitionNode[]) {
    this.#schema = schema;
    this.#variables = new Map(definitions.map((node) => [node.variable.name.value, node]));
  }

  directive(node: DirectiveNode): DirectiveNode | undefined {
    const definition = this.#schema.getDirective(node.name.value);
    if (!definition || isSpecifiedDirective(definition)) return undefined;
    const completed = definition.args.flatMap(({ name, astNode }): readonly ArgumentNode[] => {
      const given = node.arguments?.find((argument) => argument.name.value === name);
      const standard = astNode?.defaultValue;
      if (standard === undefined) return given === undefined ? [] : [given];
      return [given === undefined ? this.#argument(name, standard) : this.#orStandard(given, standard)];
    });
    return { ...node, arguments: completed };
  }

  #argument(name: string, value: ArgumentNode["value"]): ArgumentNode {
    return { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value };
  }

  /** A variable the client may leave out leaves the argument out too: one with the argument's default takes its place. */
  #orStandard(argument: ArgumentNode, standard: ConstValueNode): ArgumentNode {
    const definition =
      argument.value.kind === Kind.VARIABLE ? this.#variables.get(argument.value.name.value) : undefined;
    if (definition === undefined || definition.type.kind === Kind.NON_NULL_TYPE) return argument;
    if (definition.defaultValue !== undefined) return argument;
    const client = definition.variable.name.value;
    let number = 0;
    const nameOf = (): string => `${client}_or_${number}`;
    const isOther = (made: VariableDefinitionNode | undefined): boolean =>
      made !== undefined && (made.defaultValue !== standard || this.given.get(nameOf()) !== client);
    while (this.#variables.has(nameOf()) || isOther(this.made.get(nameOf()))) number += 1;
    const variable = { ...definition.variable, name: { kind: Kind.NAME, value: nameOf() } } as const;
    this.made.set(nameOf(), { ...definition, variable, defaultValue: standard });
    this.given.set(nameOf(), client);
    return this.#argument(argument.name.value, variable);
  }
}

/**
 * Writes out the arguments of directives that a client leaves to their defaults.
 *
 * A default of the supergraph need not be one of every subgraph: composition takes one subgraph's definition.
 */
export function completeDirectives(document: DocumentNode, schema: GraphQLSchema): CompletedDirectives {
  if (schema.getDirectives().every(isSpecifiedDirective)) return { document, given: new Map() };
  const { variableDefinitions = [] } = operationOf(document);
  const completion = new Completion(schema, variableDefinitions);
  const completed = visit(document, { Directive: (node) => completion.directive(node) });
  const withVariables = visit(completed, {
    OperationDefinition: (node) => ({
      ...node,
      variableDefinitions: [...(node.variableDefinitions ?? []), ...completion.made.values()],
    }),
    SelectionSet: () => false,
  });
  return { document: withVariables, given: completion.given };
}
