/** The first and last day of a stated period: "2020", "2016-2020" or "to 2017-12", whose beginning is not known. */
export function periodDays(period: string): { readonly start: string | null; readonly end: string } {
  const until = /^to (\d{4})-12$/.exec(period);
  if (until !== null) return { start: null, end: `${until[1]}-12-31` };
  const years = /^(\d{4})(?:-(\d{4}))?$/.exec(period);
  if (years === null) throw new RangeError(`Period: found "${period}"; expected "2020", "2016-2020" or "to 2017-12"`);
  return { start: `${years[1]}-01-01`, end: `${years[2] ?? years[1]}-12-31` };
}

/** A period of whole years in words: one year, or the first and the last. */
export function periodText(from: number, to: number): string {
  return from === to ? String(from) : `${from}-${to}`;
}

/** The years from the first to the last, both included. */
export function yearsOf(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
