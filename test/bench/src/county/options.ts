import { QUESTIONS, type QuestionName } from "./questions.js";

/** How the county benchmark runs. */
export interface CountyBenchOptions {
  /** Two sizes, one round and fewer operations: about five minutes, for a look. */
  readonly quick: boolean;
  /** Databases are kept here between runs. */
  readonly folder: string;
  /** Changes single parts of the extent. */
  readonly extent?: Partial<Extent>;
  /** First of 100 ports; the last ten are PostgreSQL's. */
  readonly port: number;
  readonly connections: number;
  /** Told what happens, line by line. */
  readonly log: (line: string) => void;
}

/** A part of the report. */
export interface Section {
  readonly title: string;
  readonly markdown: string;
}

/** How much of everything is done. */
export interface Extent {
  readonly sizes: readonly number[];
  readonly questions: readonly QuestionName[];
  readonly rounds: number;
  readonly seconds: number;
  /**
   * Of asking each contestant each question before measuring; longer when every set of variables takes longer. A program
   * of several processes is slow until each has had its thousands of calls: servers that run for weeks are past that.
   */
  readonly warmSeconds: number;
  /** Variables of each question that are compared before anything is measured. */
  readonly sample: number;
  readonly operations: number;
}

/** About half an hour when the databases are filled. */
export const FULL: Extent = {
  sizes: [1, 10, 100],
  questions: QUESTIONS,
  rounds: 5,
  seconds: 2,
  warmSeconds: 15,
  sample: 12,
  operations: 100_000,
};
export const QUICK: Extent = {
  ...FULL,
  sizes: [1, 100],
  rounds: 1,
  warmSeconds: 1,
  sample: 4,
  operations: 10_000,
};
