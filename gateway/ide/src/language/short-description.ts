const chinese = /\p{Script=Han}/u;

/** The Chinese half of a description that gives English first, then Chinese; null when there is none. */
export function chinesePart(description: string): string | null {
  const at = description.search(chinese);
  if (at === -1) return null;
  // A Chinese sentence may open with a number or a quotation mark: take it from the last space before.
  const start = description.lastIndexOf(" ", at) + 1;
  return description.slice(start).trim();
}

/** A heading of a few characters from the Chinese half: up to its first punctuation mark, if it is short enough. */
export function chineseHeading(description: string | null): string | null {
  const part = description === null ? null : chinesePart(description);
  const heading = part?.split(/[\s,.;:()\u3001\u3002\uff08\uff09\uff0c\uff1a\uff1b]/u)[0] ?? "";
  return heading.length > 0 && heading.length <= 14 ? heading : null;
}
