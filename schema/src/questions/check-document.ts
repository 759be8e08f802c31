import { GraphQLError, Kind, parse, type OperationDefinitionNode } from "graphql";
import type { QuestionProblem } from "./question.js";

/** What a question's document gives: its one operation, or null with the reasons. */
export interface CheckedDocument {
  readonly operation: OperationDefinitionNode | null;
  readonly problems: readonly QuestionProblem[];
}

/**
 * Parses a question's document and checks that it holds exactly one operation, a query of the given name.
 *
 * Fragments are welcome. Whether the fields exist is for the graph to say, not for the library.
 */
export function checkDocument(document: string, name: string | null, file: string, firstLine: number): CheckedDocument {
  const problem = (line: number, found: string, expected: string): CheckedDocument => ({
    operation: null,
    problems: [{ file, line, found, expected }],
  });
  if (document.trim() === "") return problem(firstLine, "no operation", "a query after the header");

  try {
    const operations = parse(document).definitions.filter(
      (definition) => definition.kind === Kind.OPERATION_DEFINITION,
    );
    const [operation, second] = operations;
    if (operation === undefined) return problem(firstLine, "no operation", "a query after the header");
    const lineOf = (node: OperationDefinitionNode) => firstLine - 1 + (node.loc?.startToken.line ?? 1);
    if (second !== undefined) return problem(lineOf(second), `${operations.length} operations`, "exactly one");
    if (operation.operation !== "query") return problem(lineOf(operation), `a ${operation.operation}`, "a query");
    const found = operation.name?.value;
    if (name === null || found === name) return { operation, problems: [] };
    return {
      ...problem(lineOf(operation), found === undefined ? "a nameless query" : `query ${found}`, name),
      operation,
    };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return problem(firstLine - 1 + (error.locations?.[0]?.line ?? 1), error.message, "a GraphQL document");
  }
}
