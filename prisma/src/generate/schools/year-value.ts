/** The value of a year, or of the nearest earlier year that has one; the earliest one before that. Null on an empty table. */
export function valueInYear(byYear: Readonly<Record<number, number>>, year: number): number | null {
  const known = Object.keys(byYear)
    .map(Number)
    .sort((left, right) => left - right);
  const before = known.filter((candidate) => candidate <= year).at(-1) ?? known[0];
  return before === undefined ? null : (byYear[before] ?? null);
}
