import { checkedYear } from "./arguments.js";

/** The rows of one calendar year, or all without a year; BAD_USER_INPUT for an impossible one. */
export async function ofYear<R extends { readonly year: number }>(
  rows: Promise<readonly R[]>,
  year: number | null | undefined,
): Promise<readonly R[]> {
  if (year === null || year === undefined) return rows;
  const wanted = checkedYear("year", year);
  return (await rows).filter((row) => row.year === wanted);
}
