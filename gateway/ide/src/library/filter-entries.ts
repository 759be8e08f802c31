import type { LibraryEntry } from "@hub/schema";

/** Which part of the catalogue is shown. */
export const libraryParts = ["all", "ready", "starred"] as const;

/** One part of the catalogue: everything, what has a document, or the fifteen with a star. */
export type LibraryPart = (typeof libraryParts)[number];

/**
 * The entries of a part that hold every word of the filter, in either language.
 *
 * A whole number finds the question of that number and no other.
 */
export function filterEntries(
  entries: readonly LibraryEntry[],
  part: LibraryPart,
  filter: string,
): readonly LibraryEntry[] {
  const words = filter.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(({ number, star, title, crosses, question }) => {
    if (part === "ready" && question === null) return false;
    if (part === "starred" && !star) return false;
    const haystack = [title.en, title.zh.normalize("NFKC"), question?.name ?? "", ...crosses].join(" ").toLowerCase();
    return words.every((word) => (/^\d{1,2}$/.test(word) ? Number(word) === number : haystack.includes(word)));
  });
}
