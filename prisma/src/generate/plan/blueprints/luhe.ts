import type { CountyBlueprint, TownshipLine } from "../blueprint.js";
import { privateKindergartens, publicKindergartens } from "../kindergarten-lines.js";
import { townSchools } from "../town-schools.js";
import { villageNames } from "../village-names.js";

const county = { code: "441523", name: "陆河县" };
const seat = "441523100";

const townships: readonly TownshipLine[] = [
  { code: seat, name: "河田镇", urbanRural: "TOWN", villages: 18 },
  { code: "441523101", name: "水唇镇", urbanRural: "RURAL", villages: 17 },
  { code: "441523102", name: "河口镇", urbanRural: "RURAL", villages: 19 },
  { code: "441523103", name: "新田镇", urbanRural: "RURAL", villages: 15 },
  { code: "441523104", name: "上护镇", urbanRural: "RURAL", villages: 10 },
  { code: "441523105", name: "螺溪镇", urbanRural: "RURAL", villages: 15 },
  { code: "441523106", name: "东坑镇", urbanRural: "RURAL", villages: 17 },
  { code: "441523107", name: "南万镇", urbanRural: "RURAL", villages: 8 },
];
const codes = townships.map(({ code }) => code);
// The first names went to the village schools.
const village = villageNames(county.code, 100).slice(-codes.length);

export const luhe: CountyBlueprint = {
  ...county,
  document: "001_22edb7d9c020cc56.txt",
  baseYear: 2022,
  townships,
  schools: [
    ...townSchools(county, townships, {
      primariesPerStreet: 6,
      juniorsPerStreet: 4,
      villagePrimariesPerTown: 5,
      pointsPerTown: 3,
    }),
    { key: "senior/1", name: "陆河县高级中学", type: "342", township: seat, boarding: true, weight: 1.2 },
    {
      key: "senior/2",
      name: "陆河县第二高级中学",
      formerName: { name: "陆河县河田中学", until: "2020-08-01" },
      type: "342",
      township: seat,
      boarding: true,
      recoded: "2020-08-01",
    },
    { key: "vocational/1", name: "陆河县职业技术学校", type: "365", township: seat, boarding: true },
    { key: "special/1", name: "陆河县特殊教育学校", type: "514", township: seat, boarding: true },
    {
      key: "private/nine-year",
      name: "陆河县实验（民办）学校",
      type: "312",
      township: seat,
      ownership: "OTHER_PRIVATE",
      boarding: true,
      weight: 1,
    },
    { key: "kg/full-width", name: "陆河县ＡＢＣ幼儿园", type: "111", township: seat, ownership: "INCLUSIVE_PRIVATE" },
    ...publicKindergartens(
      townships,
      codes.map((township, index) => ({ name: village[index] ?? "", township })),
    ),
    ...privateKindergartens({
      prefix: "陆河县",
      ownership: "INCLUSIVE_PRIVATE",
      count: 40,
      townships: [seat, seat, ...codes],
    }),
    ...privateKindergartens({ prefix: "陆河", ownership: "OTHER_PRIVATE", count: 14, townships: [seat, ...codes] }),
  ],
  pupils: {
    PRESCHOOL: { trend: 0.98, byOwnership: { PUBLIC: 5900, INCLUSIVE_PRIVATE: 4700, OTHER_PRIVATE: 1600 } },
    PRIMARY: { trend: 0.99, byOwnership: { PUBLIC: 23600, OTHER_PRIVATE: 900 } },
    JUNIOR: { trend: 1.01, byOwnership: { PUBLIC: 10600, OTHER_PRIVATE: 500 } },
    SENIOR_GENERAL: { trend: 1.01, byOwnership: { PUBLIC: 7400 } },
    SENIOR_VOCATIONAL: { trend: 1.02, byOwnership: { PUBLIC: 1900 } },
    SPECIAL: { trend: 1.01, byOwnership: { PUBLIC: 118 } },
  },
};
