import type { CountyBlueprint, SchoolLine, TownshipLine } from "../blueprint.js";
import { privateKindergartens, publicKindergartens } from "../kindergarten-lines.js";
import { townSchools } from "../town-schools.js";
import { villageNames } from "../village-names.js";

const county = { code: "610526", name: "蒲城县" };
const [fengxian, zijing] = ["610526001", "610526002"] as const;

const townships: readonly TownshipLine[] = [
  { code: "610526001", name: "奉先街道", urbanRural: "URBAN", villages: 0 },
  { code: "610526002", name: "紫荆街道", urbanRural: "URBAN", villages: 0 },
  { code: "610526101", name: "罕井镇", urbanRural: "RURAL", villages: 17 },
  { code: "610526102", name: "孙镇", urbanRural: "RURAL", villages: 18 },
  { code: "610526103", name: "兴镇", urbanRural: "RURAL", villages: 15 },
  { code: "610526104", name: "党睦镇", urbanRural: "RURAL", villages: 16 },
  { code: "610526105", name: "高阳镇", urbanRural: "RURAL", villages: 17 },
  { code: "610526106", name: "永丰镇", urbanRural: "RURAL", villages: 18 },
  { code: "610526107", name: "荆姚镇", urbanRural: "RURAL", villages: 15 },
  { code: "610526108", name: "苏坊镇", urbanRural: "RURAL", villages: 16 },
  { code: "610526109", name: "龙阳镇", urbanRural: "RURAL", villages: 17 },
  { code: "610526112", name: "洛滨镇", urbanRural: "RURAL", villages: 18 },
  { code: "610526113", name: "陈庄镇", urbanRural: "RURAL", villages: 15 },
  { code: "610526114", name: "桥陵镇", urbanRural: "RURAL", villages: 16 },
  { code: "610526116", name: "尧山镇", urbanRural: "RURAL", villages: 17 },
  { code: "610526117", name: "椿林镇", urbanRural: "RURAL", villages: 18 },
  { code: "610526118", name: "龙池镇", urbanRural: "RURAL", villages: 15 },
];
const codes = townships.map(({ code }) => code);
// The first names went to the village schools.
const village = villageNames(county.code, 130).slice(-codes.length);

/** Key of the school that files no return in two years. */
const silent = "primary/610526104-2";

const seniors = [fengxian, zijing, fengxian, "610526101", "610526103"].map((township, index): SchoolLine => ({
  key: `senior/${index + 1}`,
  name: ["蒲城县第一高级中学", "蒲城县第二高级中学", "蒲城县第三高级中学", "罕井高级中学", "兴镇高级中学"][index] ?? "",
  type: "342",
  township,
  boarding: true,
  weight: index < 3 ? 1.6 : 0.8,
}));

export const pucheng: CountyBlueprint = {
  ...county,
  document: "003_bc7a010c5ca7f221.txt",
  baseYear: 2022,
  townships,
  schools: [
    ...townSchools(county, townships, {
      primariesPerStreet: 5,
      juniorsPerStreet: 3,
      villagePrimariesPerTown: 4,
      pointsPerTown: 2,
    }).map((line) => (line.key === silent ? { ...line, withoutReturn: [2021, 2022] } : line)),
    ...seniors,
    { key: "vocational/1", name: "蒲城县职业教育中心", type: "365", township: zijing, boarding: true },
    { key: "special/1", name: "蒲城县特殊教育学校", type: "514", township: zijing, boarding: true },
    {
      key: "private/nine-year",
      name: "蒲城县尧山(民办)学校",
      type: "312",
      township: fengxian,
      ownership: "OTHER_PRIVATE",
      boarding: true,
    },
    ...publicKindergartens(
      townships,
      codes.map((township, index) => ({ name: village[index] ?? "", township })),
    ),
    ...privateKindergartens({
      prefix: "蒲城县",
      ownership: "INCLUSIVE_PRIVATE",
      count: 60,
      townships: [fengxian, zijing, ...codes],
    }),
    ...privateKindergartens({ prefix: "蒲城", ownership: "OTHER_PRIVATE", count: 18, townships: [fengxian, zijing] }),
  ],
  pupils: {
    PRESCHOOL: { trend: 0.97, byOwnership: { PUBLIC: 9800, INCLUSIVE_PRIVATE: 8100, OTHER_PRIVATE: 1900 } },
    PRIMARY: { trend: 0.985, byOwnership: { PUBLIC: 38800, OTHER_PRIVATE: 1200 } },
    JUNIOR: { trend: 1, byOwnership: { PUBLIC: 17900, OTHER_PRIVATE: 600 } },
    SENIOR_GENERAL: { trend: 1.005, byOwnership: { PUBLIC: 13000 } },
    SENIOR_VOCATIONAL: { trend: 1.02, byOwnership: { PUBLIC: 3300 } },
    SPECIAL: { trend: 1.01, byOwnership: { PUBLIC: 152 } },
  },
};
