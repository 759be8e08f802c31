/** Per cent of an age group in school, by county and year: the documents' rates, else made up. */
export interface EnrolmentRates {
  readonly preschool: Readonly<Record<number, number>>;
  readonly compulsory: number;
  readonly senior: Readonly<Record<number, number>>;
}

/** 220622: 93.2 in 2020. 140426: 98 in 2022. 220503: 83.46 and 96.9 in 2020. Compulsory stages: 100 where stated. */
export const enrolmentRates: Readonly<Record<string, EnrolmentRates>> = {
  "220622": {
    preschool: { 2018: 91.1, 2019: 92.3, 2020: 93.2, 2021: 93.9, 2022: 94.4 },
    compulsory: 100,
    senior: { 2018: 93.8, 2021: 94.6 },
  },
  "140426": { preschool: { 2018: 95.7, 2020: 96.9, 2022: 98 }, compulsory: 100, senior: { 2018: 92.7, 2021: 93.5 } },
  "220503": { preschool: { 2018: 81.9, 2020: 83.46, 2022: 85.2 }, compulsory: 100, senior: { 2018: 96.1, 2020: 96.9 } },
};

/** Rates where no document states one. */
export const usualRates: EnrolmentRates = {
  preschool: { 2018: 88.2, 2021: 90.4 },
  compulsory: 99.6,
  senior: { 2018: 91.3, 2021: 92.2 },
};
