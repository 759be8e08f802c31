/** Provinces and prefectures above the counties; a province is written with the first county that lies in it. */
export interface UpperDivision {
  readonly code: string;
  readonly level: "PROVINCE" | "PREFECTURE";
  readonly name: string;
  readonly parent: string | null;
  /** County whose records carry this row. */
  readonly writtenWith: string;
}

export const upperDivisions: readonly UpperDivision[] = [
  { code: "220000", level: "PROVINCE", name: "吉林省", parent: null, writtenWith: "220622" },
  { code: "220600", level: "PREFECTURE", name: "白山市", parent: "220000", writtenWith: "220622" },
  { code: "220500", level: "PREFECTURE", name: "通化市", parent: "220000", writtenWith: "220503" },
  { code: "440000", level: "PROVINCE", name: "广东省", parent: null, writtenWith: "441523" },
  { code: "441500", level: "PREFECTURE", name: "汕尾市", parent: "440000", writtenWith: "441523" },
  { code: "140000", level: "PROVINCE", name: "山西省", parent: null, writtenWith: "140426" },
  { code: "140400", level: "PREFECTURE", name: "长治市", parent: "140000", writtenWith: "140426" },
  { code: "610000", level: "PROVINCE", name: "陕西省", parent: null, writtenWith: "610526" },
  { code: "610500", level: "PREFECTURE", name: "渭南市", parent: "610000", writtenWith: "610526" },
];

/** The made-up counties lie in one made-up prefecture. */
export const madeUpUpperDivisions: readonly UpperDivision[] = [
  { code: "990000", level: "PROVINCE", name: "合成省", parent: null, writtenWith: "990101" },
  { code: "990100", level: "PREFECTURE", name: "合成市", parent: "990000", writtenWith: "990101" },
];
