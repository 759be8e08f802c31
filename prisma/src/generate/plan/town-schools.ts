import type { SchoolLine, TownshipLine } from "./blueprint.js";
import { villageNames } from "./village-names.js";

/** How many schools of each kind a made-up part of a county has. */
export interface TownSchoolNumbers {
  readonly primariesPerStreet: number;
  readonly juniorsPerStreet: number;
  readonly villagePrimariesPerTown: number;
  readonly pointsPerTown: number;
}

/**
 * The usual public network of schools: in every rural township a centre primary, a junior school, village primaries
 * and teaching points; numbered schools in the county seat (`seats`).
 */
export function townSchools(
  county: { readonly code: string; readonly name: string },
  townships: readonly TownshipLine[],
  { primariesPerStreet, juniorsPerStreet, villagePrimariesPerTown, pointsPerTown }: TownSchoolNumbers,
): readonly SchoolLine[] {
  const seats = townships.filter(({ urbanRural }) => urbanRural !== "RURAL");
  const towns = townships.filter(({ urbanRural }) => urbanRural === "RURAL");
  const village = villageNames(county.code, towns.length * (villagePrimariesPerTown + pointsPerTown));

  const urban = seats.flatMap(({ code: township }, seat) => [
    ...Array.from({ length: primariesPerStreet }, (_, index): SchoolLine => {
      const number = seat * primariesPerStreet + index + 1;
      return {
        key: `primary/seat-${number}`,
        name: `${county.name}第${chinese(number)}小学`,
        type: "211",
        township,
        weight: 4,
        classLimit: 58,
      };
    }),
    ...Array.from({ length: juniorsPerStreet }, (_, index): SchoolLine => {
      const number = seat * juniorsPerStreet + index + 1;
      return {
        key: `junior/seat-${number}`,
        name: `${county.name}第${chinese(number)}初级中学`,
        type: "311",
        township,
        weight: 3,
      };
    }),
  ]);
  const rural = towns.flatMap(({ code: township, name }, town) => {
    const short = name.replace(/[镇乡]$/u, "");
    const first = town * (villagePrimariesPerTown + pointsPerTown);
    return [
      { key: `primary/${township}`, name: `${name}中心小学`, type: "211", township, weight: 1.5 },
      { key: `junior/${township}`, name: `${short}初级中学`, type: "311", township, boarding: true },
      ...Array.from({ length: villagePrimariesPerTown }, (_, index): SchoolLine => ({
        key: `primary/${township}-${index + 1}`,
        name: `${name}${village[first + index] ?? ""}小学`,
        type: "211",
        township,
        weight: 0.4,
      })),
      ...Array.from({ length: pointsPerTown }, (_, index): SchoolLine => ({
        key: `point/${township}-${index + 1}`,
        name: `${name}${village[first + villagePrimariesPerTown + index] ?? ""}教学点`,
        type: "218",
        township,
        parent: `primary/${township}`,
      })),
    ];
  });
  return [...urban, ...rural];
}

function chinese(number: number): string {
  const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
  return `${number >= 20 ? digits[Math.floor(number / 10)] : ""}${number >= 10 ? "十" : ""}${digits[number % 10] ?? ""}`;
}
