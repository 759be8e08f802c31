import type { CountyBlueprint, SchoolLine, TownshipLine } from "../blueprint.js";
import { privateKindergartens, publicKindergartens } from "../kindergarten-lines.js";
import { villageNames } from "../village-names.js";

const code = "220622";
const [seat, sandaohu, longquan, naerhong, huayuankou, jingshan, chisong, mengjiang] = [
  "220622100",
  "220622101",
  "220622102",
  "220622103",
  "220622104",
  "220622105",
  "220622106",
  "220622201",
] as const;

const townships: readonly TownshipLine[] = [
  { code: seat, name: "靖宇镇", urbanRural: "TOWN", villages: 17 },
  { code: sandaohu, name: "三道湖镇", urbanRural: "RURAL", villages: 14 },
  { code: longquan, name: "龙泉镇", urbanRural: "RURAL", villages: 14 },
  { code: naerhong, name: "那尔轰镇", urbanRural: "RURAL", villages: 14 },
  { code: huayuankou, name: "花园口镇", urbanRural: "RURAL", villages: 13 },
  { code: jingshan, name: "景山镇", urbanRural: "RURAL", villages: 13 },
  { code: chisong, name: "赤松镇", urbanRural: "RURAL", villages: 13 },
  { code: mengjiang, name: "濛江乡", urbanRural: "RURAL", villages: 13 },
];

const village = villageNames(code, 111);
const named = (index: number) => village[index] ?? "";

const inSeat: readonly SchoolLine[] = [
  {
    key: "000-yang_primary",
    named: { id: "000-yang_primary", line: 25 },
    name: "杨靖宇小学",
    aliases: ["靖宇县杨靖宇小学"],
    type: "211",
    township: seat,
    weight: 4.4,
  },
  {
    key: "000-experimental_primary",
    named: { id: "000-experimental_primary", line: 103 },
    name: "实验小学",
    aliases: ["靖宇县实验小学"],
    type: "211",
    township: seat,
    weight: 4.6,
  },
  {
    key: "000-yuhong_primary",
    named: { id: "000-yuhong_primary", line: 103 },
    name: "育红小学",
    aliases: ["靖宇县育红小学"],
    type: "211",
    township: seat,
    weight: 3.8,
  },
  { key: "primary/seat-2", name: "靖宇县第二小学", type: "211", township: seat, weight: 3 },
  {
    key: "000-no7_middle",
    named: { id: "000-no7_middle", line: 25 },
    name: "第七中学",
    aliases: ["靖宇县第七中学"],
    type: "311",
    township: seat,
    weight: 4,
  },
  {
    key: "000-no3_middle",
    named: { id: "000-no3_middle", line: 55 },
    name: "县第三中学",
    aliases: ["靖宇县第三中学", "三中"],
    type: "311",
    township: seat,
    weight: 4.2,
  },
  { key: "senior/1", name: "靖宇县第一中学", aliases: ["靖宇一中"], type: "342", township: seat, boarding: true },
  {
    key: "000-vocational_high",
    named: { id: "000-vocational_high", line: 57 },
    name: "县职业高中",
    aliases: ["靖宇县职业高中"],
    type: "365",
    township: seat,
    boarding: true,
    weight: 5,
  },
  {
    key: "000-naerhong_agri_high",
    named: { id: "000-naerhong_agri_high", line: 57 },
    name: "那尔轰农业高中",
    type: "365",
    township: naerhong,
    boarding: true,
    weight: 1,
  },
  { key: "special/1", name: "靖宇县特殊教育学校", type: "514", township: seat },
  {
    key: "private/nine-year",
    name: "靖宇县育英学校",
    type: "312",
    township: seat,
    ownership: "OTHER_PRIVATE",
    boarding: true,
    opened: "2017-08-01",
  },
];

/** The thirteen schools outside the county seat's streets that the meal programme reaches. */
export const jingyuMealSchoolKeys: readonly string[] = [
  "000-chisong_school",
  ...["sandaohu", "longquan", "naerhong", "jingshan"].flatMap((town) => [`primary/${town}`, `junior/${town}`]),
  "nine-year/huayuankou",
  "primary/mengjiang",
  "primary/seat-village-1",
  "primary/seat-village-2",
];

const inTowns: readonly SchoolLine[] = [
  {
    key: "000-chisong_school",
    named: { id: "000-chisong_school", line: 89 },
    name: "赤松学校",
    aliases: ["靖宇县赤松学校"],
    type: "312",
    township: chisong,
    boarding: true,
  },
  {
    key: "nine-year/huayuankou",
    name: "靖宇县花园口学校",
    formerName: { name: "花园口镇中心小学", until: "2019-08-01" },
    type: "312",
    township: huayuankou,
    boarding: true,
    recoded: "2019-08-01",
    recodedFrom: "21",
    stageSince: { JUNIOR: "2019-08-01" },
  },
  { key: "primary/sandaohu", name: "三道湖镇中心小学", type: "211", township: sandaohu },
  { key: "junior/sandaohu", name: "靖宇县三道湖中学", type: "311", township: sandaohu, boarding: true },
  { key: "primary/longquan", name: "龙泉镇中心小学", type: "211", township: longquan },
  { key: "junior/longquan", name: "靖宇县龙泉中学", type: "311", township: longquan, boarding: true },
  { key: "primary/naerhong", name: "那尔轰镇中心小学", type: "211", township: naerhong },
  { key: "junior/naerhong", name: "靖宇县那尔轰中学", type: "311", township: naerhong, boarding: true },
  { key: "primary/jingshan", name: "景山镇中心小学", type: "211", township: jingshan },
  { key: "junior/jingshan", name: "靖宇县景山中学", type: "311", township: jingshan, boarding: true },
  { key: "primary/mengjiang", name: "濛江乡中心小学", type: "211", township: mengjiang },
  {
    key: "primary/seat-village-1",
    name: `靖宇镇${named(0)}小学`,
    type: "211",
    township: seat,
    urbanRural: "RURAL",
    weight: 0.5,
  },
  {
    key: "primary/seat-village-2",
    name: `靖宇镇${named(1)}小学`,
    type: "211",
    township: seat,
    urbanRural: "RURAL",
    weight: 0.4,
    moved: { to: mengjiang, on: "2021-07-01" },
  },
];

const inVillages: readonly SchoolLine[] = [
  ...[sandaohu, longquan, naerhong, huayuankou, jingshan, mengjiang].map((township, index): SchoolLine => ({
    key: `primary/village-${index + 1}`,
    name: `${named(index + 2)}小学`,
    type: "211",
    township,
    weight: 0.25,
    ...(index === 3 ? { withoutReturn: [2019] } : {}),
  })),
  ...[
    sandaohu,
    sandaohu,
    longquan,
    longquan,
    naerhong,
    naerhong,
    jingshan,
    jingshan,
    chisong,
    chisong,
    mengjiang,
    mengjiang,
    huayuankou,
    huayuankou,
  ].map((township, index): SchoolLine => ({
    key: `point/${index + 1}`,
    name: `${named(index + 8)}教学点`,
    type: "218",
    township,
    parent: parentOf(township),
  })),
];

function parentOf(township: string): string {
  return (
    {
      [sandaohu]: "primary/sandaohu",
      [longquan]: "primary/longquan",
      [naerhong]: "primary/naerhong",
      [jingshan]: "primary/jingshan",
      [chisong]: "000-chisong_school",
      [mengjiang]: "primary/mengjiang",
      [huayuankou]: "nine-year/huayuankou",
    }[township] ?? ""
  );
}

// The document counts 43 kindergartens in October 2020; the one under construction and the three planned come later.
const publicOnes: readonly SchoolLine[] = [
  ...["机关", "实验", "第一", "第二"].map((name, index) => ({
    key: `kg/seat-${index + 1}`,
    name: `靖宇县${name}幼儿园`,
    type: "111",
    township: seat,
    weight: 3,
  })),
  ...publicKindergartens(
    townships.slice(1),
    [sandaohu, longquan, naerhong, huayuankou, jingshan, chisong, mengjiang, seat].map((township, index) => ({
      name: named(index + 22),
      township,
    })),
  ),
  {
    key: "000-hebei_kg",
    named: { id: "000-hebei_kg", line: 29 },
    name: "河北公办幼儿园",
    aliases: ["靖宇县河北幼儿园"],
    type: "111",
    township: seat,
    weight: 3,
    opened: "2021-08-20",
  },
  {
    key: "000-chengdong_kg",
    named: { id: "000-chengdong_kg", line: 117 },
    name: "县城东幼儿园",
    aliases: ["靖宇县城东幼儿园"],
    type: "111",
    township: seat,
    opened: "2025-09-01",
  },
  {
    key: "000-chengnan_kg",
    named: { id: "000-chengnan_kg", line: 117 },
    name: "县城南幼儿园",
    aliases: ["靖宇县城南幼儿园"],
    type: "111",
    township: seat,
    opened: "2025-09-01",
  },
  {
    key: "000-town_centre_kg",
    named: { id: "000-town_centre_kg", line: 117 },
    name: "县镇中心幼儿园",
    aliases: ["靖宇镇中心幼儿园"],
    type: "111",
    township: seat,
    opened: "2025-09-01",
  },
];

const privateOnes: readonly SchoolLine[] = [
  ...privateKindergartens({
    prefix: "靖宇县",
    ownership: "INCLUSIVE_PRIVATE",
    count: 8,
    townships: [seat, seat, seat, sandaohu, seat, seat, naerhong],
    openedFrom: 2016,
  }),
  ...privateKindergartens({
    prefix: "靖宇县",
    ownership: "OTHER_PRIVATE",
    count: 16,
    townships: [seat, seat, seat, longquan, seat, seat, jingshan],
    openedFrom: 2016,
    firstName: 8,
  }),
];

export const jingyu: CountyBlueprint = {
  code,
  name: "靖宇县",
  document: "000_60ce60f9984d98da.txt",
  baseYear: 2020,
  townships,
  schools: [...inSeat, ...inTowns, ...inVillages, ...publicOnes, ...privateOnes],
  pupils: {
    PRESCHOOL: { trend: 0.97, byOwnership: { PUBLIC: 793, INCLUSIVE_PRIVATE: 692, OTHER_PRIVATE: 913 } },
    PRIMARY: { trend: 0.98, byOwnership: { PUBLIC: 4980, OTHER_PRIVATE: 230 } },
    JUNIOR: { trend: 0.985, byOwnership: { PUBLIC: 2590, OTHER_PRIVATE: 120 } },
    SENIOR_GENERAL: { trend: 1.01, byOwnership: { PUBLIC: 1960 } },
    SENIOR_VOCATIONAL: { trend: 1.1, byOwnership: { PUBLIC: 680 } },
    SPECIAL: { trend: 1, byOwnership: { PUBLIC: 54 } },
  },
};
