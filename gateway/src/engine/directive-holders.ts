import {
  Kind,
  parse,
  print,
  type ArgumentNode,
  type DirectiveDefinitionNode,
  type DirectiveLocation,
  type DirectiveNode,
  type GraphQLSchema,
} from "graphql";
import type { SubgraphCall, SubgraphTransport } from "../transport/transport.js";
import type { EngineSchema } from "./engine-schema.js";

type Definitions = ReadonlyMap<string, DirectiveDefinitionNode>;

function definitionsIn(sdl: string): Definitions {
  const { definitions } = parse(sdl, { noLocation: true });
  const directives = definitions.filter((node) => node.kind === Kind.DIRECTIVE_DEFINITION);
  return new Map(directives.map((node) => [node.name.value, node]));
}

/**
 * Which subgraphs define the directives that came by @link.
 *
 * Composition keeps one that a single subgraph defines, and the supergraph does not say which. A subgraph is asked for its
 * schema when such a directive is to be sent to it for the first time, and never sent one it does not define.
 */
export class DirectiveHolders {
  readonly #linked: ReadonlySet<string>;
  readonly #schema: GraphQLSchema;
  readonly #transports: ReadonlyMap<string, SubgraphTransport>;
  readonly #heard = new Map<string, Definitions>();

  constructor({ linkedDirectives, apiSchema }: EngineSchema, transports: ReadonlyMap<string, SubgraphTransport>) {
    this.#linked = linkedDirectives;
    this.#schema = apiSchema;
    this.#transports = transports;
  }

  /** The directive as the subgraph takes it there; null when it does not, undefined when it has not said yet. */
  fit(subgraph: string, directive: DirectiveNode, at: DirectiveLocation): DirectiveNode | null | undefined {
    const name = directive.name.value;
    if (!this.#linked.has(name)) return directive;
    const heard = this.#heard.get(subgraph);
    if (heard === undefined) return undefined;
    const definition = heard.get(name);
    if (!definition?.locations.some((location) => location.value === at)) return null;
    const given = directive.arguments ?? [];
    const known = given.filter((one) => definition.arguments?.some((own) => own.name.value === one.name.value));
    // An older definition means the same without an argument that is left to its default.
    return given.every((one) => known.includes(one) || this.#isStandard(name, one))
      ? { ...directive, arguments: known }
      : null;
  }

  #isStandard(directive: string, { name, value }: ArgumentNode): boolean {
    const definition = this.#schema.getDirective(directive)?.args.find((one) => one.name === name.value);
    const standard = definition?.astNode?.defaultValue;
    return standard !== undefined && print(standard) === print(value);
  }

  /** Asks subgraphs for their schemas; true when one has answered. What fails is asked again next time. */
  async ask(subgraphs: readonly string[], call: SubgraphCall): Promise<boolean> {
    const now = Date.now();
    // A subgraph that hangs must leave time for the operation itself.
    const half = { ...call, deadline: now + Math.max(0, call.deadline - now) / 2 };
    const answers = await Promise.all(subgraphs.map((subgraph) => this.#ask(subgraph, half)));
    return answers.includes(true);
  }

  async #ask(subgraph: string, call: SubgraphCall): Promise<boolean> {
    try {
      const answer = await this.#transports.get(subgraph)?.execute({ query: "{_service{sdl}}", kind: "query" }, call);
      const service = answer?.data?.["_service"] as { readonly sdl?: unknown } | null | undefined;
      if (typeof service?.sdl !== "string") return false;
      this.#heard.set(subgraph, definitionsIn(service.sdl));
      return true;
    } catch {
      // The call that asks for data says what is wrong with the subgraph.
      return false;
    }
  }
}
