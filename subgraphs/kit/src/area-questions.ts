/** A question about an area, by the id of its entity, with the schools the register gives the area. */
export interface AskedSchools {
  readonly id: string;
  readonly schoolIds: readonly string[];
}

/** Reads for questions that ask the same of several areas, all their schools at one time. Gives the table of each. */
export type ReadAlike<Question, Asked, Table> = (
  alike: readonly Question[],
  asked: Asked,
) => Promise<(question: Question) => Table>;

/** Tables of questions in their order: one read for all that ask the same, whatever their areas, all reads at one time. */
export async function tablesOfQuestions<Question extends AskedSchools, Asked, Table>(
  questions: readonly Question[],
  askedOf: (id: string) => Asked,
  read: ReadAlike<Question, Asked, Table>,
): Promise<Table[]> {
  const asked = questions.map((question) => ({ question, asked: askedOf(question.id) }));
  const tables = new Map<Question, Table>();
  await Promise.all(
    [...Map.groupBy(asked, (one) => JSON.stringify(one.asked)).values()].map(async (group) => {
      const alike = group.map(({ question }) => question);
      const tableOf = await read(alike, (group[0] as (typeof group)[number]).asked);
      for (const question of alike) tables.set(question, tableOf(question));
    }),
  );
  return questions.map((question) => tables.get(question) as Table);
}

/** Every school some lists name, once. */
export function eachOnce(lists: readonly (readonly string[])[]): readonly string[] {
  return lists.length === 1 ? (lists[0] as readonly string[]) : [...new Set(lists.flat())];
}
