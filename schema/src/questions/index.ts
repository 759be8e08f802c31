export {
  readCatalogue,
  readLibrary,
  type CatalogueEntry,
  type LibraryEntry,
  type QuestionLibrary,
  type QuestionSystem,
} from "./catalogue.js";
export { kebabName, parseQuestion } from "./parse-question.js";
export type { Bilingual, Json, ParsedQuestion, Question, QuestionProblem } from "./question.js";
export { questionFolder, readQuestions } from "./read-questions.js";
