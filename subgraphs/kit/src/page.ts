import { HubError, badArgument } from "@hub/schema";

/** Rows of a page when `first` is not given. */
export const DEFAULT_PAGE_SIZE = 50;

/** The most rows one page may ask for. */
export const MAX_PAGE_SIZE = 500;

/** Where a page begins: the sort values and id of the row before it; null at the start. */
export type CursorPosition = readonly (string | number | null)[];

/** Checks `first`; PAGE_LIMIT_EXCEEDED above the limit, BAD_USER_INPUT below 1. */
export function pageSize(first: number | null | undefined): number {
  const size = first ?? DEFAULT_PAGE_SIZE;
  if (size < 1) throw badArgument("first", size, `a whole number from 1 to ${MAX_PAGE_SIZE}`);
  if (size > MAX_PAGE_SIZE) {
    const message = `Argument "first": found ${size}; expected at most ${MAX_PAGE_SIZE}. Use "after" for the next page.`;
    throw new HubError("PAGE_LIMIT_EXCEEDED", message, { argument: "first", found: size, limit: MAX_PAGE_SIZE });
  }
  return size;
}

/** A cursor clients pass back unread. `order` names the sort order, so that a cursor of another list is refused. */
export function encodeCursor(order: string, position: CursorPosition): string {
  return Buffer.from(JSON.stringify([order, ...position])).toString("base64url");
}

/** Reads a cursor of the same list back; BAD_USER_INPUT for anything else. */
export function decodeCursor(order: string, cursor: string | null | undefined): CursorPosition | null {
  if (cursor === null || cursor === undefined) return null;
  const refusal = badArgument("after", cursor, "a cursor this list returned as endCursor");
  try {
    const [found, ...position] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as unknown[];
    if (found !== order) throw refusal;
    return position as CursorPosition;
  } catch {
    throw refusal;
  }
}

/** One page in the making: the rows of the page and whether more follow. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly hasNextPage: boolean;
}

/** Cuts `size + 1` rows, as a keyset query returns them, to a page. */
export function cutPage<T>(rows: readonly T[], size: number): Page<T> {
  return { rows: rows.slice(0, size), hasNextPage: rows.length > size };
}
