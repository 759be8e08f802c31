/** A text in both languages of the hub. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** A value that JSON can express; what a variable of an operation may hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One question of the library: a GraphQL operation with words around it. */
export interface Question {
  /** 1 to 64, the number in the catalogue. */
  readonly number: number;
  /** Name of the operation, and the question's name for people and programs. */
  readonly name: string;
  /** Who asks it, as roles: "county bureau", "municipal platform", … */
  readonly asks: readonly string[];
  readonly title: Bilingual;
  /** What the answer shows and how to read it. */
  readonly explanation: Bilingual;
  /** Default variables; together with the document they give an answer as they stand. */
  readonly variables: { readonly [name: string]: Json };
  /** The operation without its header, as it is sent. */
  readonly document: string;
  /** File name inside the question folder. */
  readonly file: string;
}

/** One fault in a question file: where it is, what stands there, what should. */
export interface QuestionProblem {
  readonly file: string;
  /** First line is 1. */
  readonly line: number;
  readonly found: string;
  readonly expected: string;
}

/** A parsed question, or every fault that keeps it from being one. */
export type ParsedQuestion =
  | { readonly question: Question; readonly problems: readonly [] }
  | { readonly question: null; readonly problems: readonly QuestionProblem[] };
