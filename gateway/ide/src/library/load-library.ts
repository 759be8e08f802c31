import type { QuestionLibrary } from "@hub/schema";

/** The library as it was loaded, or why it was not. */
export interface LoadedLibrary extends QuestionLibrary {
  readonly failure: string | null;
}

/** Loads the question library from the hub. Never fails: without it the editor still works. */
export async function loadLibrary(): Promise<LoadedLibrary> {
  try {
    const response = await fetch(new URL("questions.json", document.baseURI));
    if (!response.ok) return { entries: [], failure: `HTTP ${response.status} ${response.statusText}` };
    const { entries } = (await response.json()) as QuestionLibrary;
    return { entries, failure: null };
  } catch (error) {
    return { entries: [], failure: error instanceof Error ? error.message : String(error) };
  }
}
