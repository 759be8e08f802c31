import { useGraphiQL } from "@graphiql/react";
import { GraphQLError, parse } from "graphql";
import { useMemo } from "react";
import type { Value } from "../table/shape";
import { isRecord } from "../table/shape";
import { shapeOfData } from "../table/shape-of-data";
import { shapeOfOperation } from "../table/shape-of-operation";
import type { Table } from "../table/table";
import { tablesOfAnswer } from "../table/tables-of-answer";
import { askedFor } from "./asked-operation";

/** One error of an answer, as a reader needs it. */
export interface AnswerError {
  readonly message: string;
  readonly code: string | null;
  /** Dotted path of the field that failed; empty for the whole request. */
  readonly path: string;
}

/** The answer in the active tab, ready to be shown. */
export interface Answer {
  readonly tables: readonly Table[];
  readonly errors: readonly AnswerError[];
  readonly milliseconds: number | null;
}

function parseDocument(query: string) {
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

function parseAnswer(text: string): Value {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return null;
  }
}

function errorsOf(answer: Value): AnswerError[] {
  const errors = isRecord(answer) ? answer["errors"] : null;
  return (Array.isArray(errors) ? (errors as readonly Value[]) : []).filter(isRecord).map((error) => {
    const { message, path, extensions } = error;
    const code = isRecord(extensions) ? extensions["code"] : null;
    return {
      message: String(message),
      code: typeof code === "string" ? code : null,
      path: Array.isArray(path) ? path.join(".") : "",
    };
  });
}

/** The answer of the active tab as tables and errors; null before there is one. */
export function useAnswer(): Answer | null {
  const text = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.response ?? null);
  const schema = useGraphiQL((state) => state.schema ?? null);
  return useMemo(() => {
    if (text === null || text === "") return null;
    const answer = parseAnswer(text);
    const data = isRecord(answer) ? answer["data"] : null;
    const asked = askedFor(text);
    const document = asked === null ? null : parseDocument(asked.query);
    const shapes = document === null ? null : shapeOfOperation(document, asked?.operationName ?? null, schema);
    return {
      tables: tablesOfAnswer(data, shapes ?? shapeOfData(data)),
      errors: errorsOf(answer),
      milliseconds: asked?.milliseconds ?? null,
    };
  }, [text, schema]);
}
