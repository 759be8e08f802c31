/** A question about an area, by the id of its entity, with the schools the register gives the area. */
export interface AskedSchools {
  readonly id: string;
  readonly schoolIds: readonly string[];
}

/** Reads for several areas that ask the same: their schools, each once. Gives the table of each area. */
export type ReadAlike<Asked, Table> = (
  schoolIds: readonly string[],
  asked: Asked,
) => Promise<(schoolIds: readonly string[]) => Table>;

/** Tables of questions in their order: one read for all that ask the same, whatever their areas, all reads at one time. */
export async function tablesOfQuestions<Asked, Table>(
  questions: readonly AskedSchools[],
  askedOf: (id: string) => Asked,
  read: ReadAlike<Asked, Table>,
): Promise<Table[]> {
  const asked = questions.map((question) => ({ ...question, asked: askedOf(question.id) }));
  const tables = new Map<string, Table>();
  await Promise.all(
    [...Map.groupBy(asked, (question) => JSON.stringify(question.asked)).values()].map(async (alike) => {
      const schoolIds = [...new Set(alike.flatMap((question) => question.schoolIds))];
      const tableOf = await read(schoolIds, (alike[0] as (typeof alike)[number]).asked);
      for (const question of alike) tables.set(question.id, tableOf(question.schoolIds));
    }),
  );
  return questions.map(({ id }) => tables.get(id) as Table);
}
