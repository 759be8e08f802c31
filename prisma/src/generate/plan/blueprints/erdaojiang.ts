import type { CountyBlueprint, SchoolLine, TownshipLine } from "../blueprint.js";
import { privateKindergartens } from "../kindergarten-lines.js";

const [taoyuan, dongtonghua, yayuan, tiechang, wudaojiang, erdaojiangTownship] = [
  "220503001",
  "220503002",
  "220503100",
  "220503101",
  "220503102",
  "220503200",
] as const;

const townships: readonly TownshipLine[] = [
  { code: taoyuan, name: "桃园街道", urbanRural: "URBAN", villages: 0 },
  { code: dongtonghua, name: "东通化街道", urbanRural: "URBAN", villages: 0 },
  { code: yayuan, name: "鸭园镇", urbanRural: "TOWN", villages: 8 },
  { code: tiechang, name: "铁厂镇", urbanRural: "TOWN", villages: 7 },
  { code: wudaojiang, name: "五道江镇", urbanRural: "TOWN", villages: 8 },
  { code: erdaojiangTownship, name: "二道江乡", urbanRural: "RURAL", villages: 8 },
];

// The document counts one primary, one kindergarten and one senior school in town and twelve others: those of the district.
const ofTheDistrict: readonly SchoolLine[] = [
  { key: "primary/district", name: "二道江区实验小学", type: "211", township: taoyuan, weight: 3 },
  { key: "kg/district", name: "二道江区机关幼儿园", type: "111", township: taoyuan, weight: 2 },
  { key: "senior/district", name: "二道江区东通化高级中学", type: "342", township: dongtonghua, boarding: true },
  { key: "primary/yayuan", name: "鸭园镇中心小学", type: "211", township: yayuan },
  { key: "junior/yayuan", name: "鸭园镇中学", type: "311", township: yayuan },
  { key: "primary/tiechang", name: "铁厂镇中心小学", type: "211", township: tiechang },
  { key: "junior/tiechang", name: "铁厂镇中学", type: "311", township: tiechang },
  { key: "primary/wudaojiang", name: "五道江镇中心小学", type: "211", township: wudaojiang },
  {
    key: "junior/wudaojiang",
    name: "五道江镇中学",
    formerName: { name: "五道江镇第一中学", until: "2019-03-01" },
    type: "311",
    township: wudaojiang,
  },
  { key: "primary/erdaojiang", name: "二道江乡中心小学", type: "211", township: erdaojiangTownship },
  { key: "primary/erdaojiang-2", name: "二道江乡桦树小学", type: "211", township: erdaojiangTownship, weight: 0.4 },
  { key: "kg/yayuan", name: "鸭园镇中心幼儿园", type: "111", township: yayuan },
  { key: "kg/tiechang", name: "铁厂镇中心幼儿园", type: "111", township: tiechang },
  { key: "kg/wudaojiang", name: "五道江镇中心幼儿园", type: "111", township: wudaojiang },
  { key: "kg/erdaojiang", name: "二道江乡中心幼儿园", type: "111", township: erdaojiangTownship, weight: 0.6 },
];

const ofTheCity: readonly SchoolLine[] = [
  {
    key: "city/primary",
    name: "通化市钢城小学",
    aliases: ["钢城小学"],
    type: "211",
    township: taoyuan,
    weight: 3,
    cityRun: true,
  },
  {
    key: "city/junior",
    name: "通化市钢城中学",
    aliases: ["钢城中学"],
    type: "311",
    township: taoyuan,
    weight: 2.5,
    cityRun: true,
  },
  {
    key: "city/senior",
    name: "通化市钢城高级中学",
    aliases: ["钢城高中"],
    type: "342",
    township: dongtonghua,
    weight: 1.2,
    cityRun: true,
  },
];

export const erdaojiang: CountyBlueprint = {
  code: "220503",
  name: "二道江区",
  document: "004_048ced8d3ae95e95.txt",
  baseYear: 2020,
  townships,
  schools: [
    ...ofTheDistrict,
    ...ofTheCity,
    ...privateKindergartens({
      prefix: "二道江区",
      ownership: "INCLUSIVE_PRIVATE",
      count: 5,
      townships: [taoyuan, dongtonghua, yayuan, tiechang, wudaojiang],
    }),
    ...privateKindergartens({
      prefix: "二道江区",
      ownership: "OTHER_PRIVATE",
      count: 4,
      townships: [taoyuan, dongtonghua],
      firstName: 5,
    }),
  ],
  pupils: {
    PRESCHOOL: { trend: 0.97, byOwnership: { PUBLIC: 560, INCLUSIVE_PRIVATE: 430, OTHER_PRIVATE: 322 } },
    PRIMARY: { trend: 0.98, byOwnership: { PUBLIC: 3620 } },
    JUNIOR: { trend: 0.985, byOwnership: { PUBLIC: 1830 } },
    SENIOR_GENERAL: { trend: 0.99, byOwnership: { PUBLIC: 1500 } },
    SENIOR_VOCATIONAL: { trend: 1, byOwnership: {} },
    SPECIAL: { trend: 1, byOwnership: {} },
  },
};
