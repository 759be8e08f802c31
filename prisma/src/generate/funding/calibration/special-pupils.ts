/** Disabled pupils in ordinary schools and taught at home, whom the special per-pupil money of 二道江区 follows: 20 + 6 in 2020. */
export const specialPupils: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  "220503": { 2018: 26, 2019: 26, 2020: 26, 2021: 26, 2022: 26, 2023: 26 },
};
