import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Bilingual, Question } from "./question.js";
import { questionFolder, readQuestions } from "./read-questions.js";

/** A system whose data a question needs; `hub` is the graph's own catalogue of targets. */
export type QuestionSystem = "schools" | "personnel" | "funding" | "inspection" | "hub";

/** One of the 64 questions people ask of the hub, answered by a document yet or not. */
export interface CatalogueEntry {
  readonly number: number;
  /** One of the fifteen most valuable. */
  readonly star: boolean;
  /** The systems the answer needs. */
  readonly crosses: readonly QuestionSystem[];
  readonly title: Bilingual;
}

/** A catalogue entry with its question, or null while it has no document. */
export interface LibraryEntry extends CatalogueEntry {
  readonly question: Question | null;
}

/** What `GET /questions.json` answers: all 64 in order. */
export interface QuestionLibrary {
  readonly entries: readonly LibraryEntry[];
}

/** The catalogue of all 64 questions, in order; `catalogue.json` beside the question files. */
export async function readCatalogue(folder: string = questionFolder): Promise<CatalogueEntry[]> {
  return JSON.parse(await readFile(join(folder, "catalogue.json"), "utf8")) as CatalogueEntry[];
}

/**
 * The catalogue with the questions that have a document. A question's own title takes the place of the catalogue's.
 *
 * Throws CONFIGURATION_INVALID, as readQuestions does.
 */
export async function readLibrary(folder: string = questionFolder): Promise<QuestionLibrary> {
  const [catalogue, questions] = await Promise.all([readCatalogue(folder), readQuestions(folder)]);
  const questionByNumber = new Map(questions.map((question) => [question.number, question]));
  const entries = catalogue.map((entry) => {
    const question = questionByNumber.get(entry.number) ?? null;
    return { ...entry, title: question?.title ?? entry.title, question };
  });
  return { entries };
}
