import type { CountyBlueprint, SchoolLine, TownshipLine } from "../blueprint.js";
import { privateKindergartens, publicKindergartens } from "../kindergarten-lines.js";
import { villageNames } from "../village-names.js";

const code = "140426";
const [dongyangguan, shangyao, xijing, huangyadong, lihou, hongjing, xiwu, chengjiashan, zone] = [
  "140426101",
  "140426102",
  "140426103",
  "140426104",
  "140426105",
  "140426106",
  "140426107",
  "140426108",
  "140426400",
] as const;

const townships: readonly TownshipLine[] = [
  { code: dongyangguan, name: "东阳关镇", urbanRural: "RURAL", villages: 24 },
  { code: shangyao, name: "上遥镇", urbanRural: "RURAL", villages: 25 },
  { code: xijing, name: "西井镇", urbanRural: "RURAL", villages: 25 },
  { code: huangyadong, name: "黄崖洞镇", urbanRural: "RURAL", villages: 22 },
  { code: lihou, name: "黎侯镇", urbanRural: "TOWN", villages: 26 },
  { code: hongjing, name: "洪井镇", urbanRural: "RURAL", villages: 22 },
  { code: xiwu, name: "西仵镇", urbanRural: "RURAL", villages: 20 },
  { code: chengjiashan, name: "程家山镇", urbanRural: "RURAL", villages: 20 },
  { code: zone, name: "经济技术开发区", urbanRural: "TOWN", villages: 0 },
];

const village = villageNames(code, 184);
const named = (index: number) => village[index] ?? "";
const merged = "2022-08-01";

/** A school the document names; its line there and what the register adds. */
const documented = (id: string, line: number, school: Omit<SchoolLine, "key" | "named">): SchoolLine => ({
  key: id,
  named: { id, line },
  ...school,
});

const mergedSchools: readonly SchoolLine[] = [
  documented("002-lubao_junior", 36, {
    name: "路堡初中",

    type: "311",
    township: lihou,
    weight: 0.3,
    closed: merged,
    successor: "002-licheng_no2",
  }),
  documented("002-huangyadong_junior", 36, {
    name: "黄崖洞初中",

    type: "311",
    township: huangyadong,
    weight: 0.3,
    closed: merged,
    successor: "002-xijing_boarding",
  }),
  documented("002-dongyangguan_junior", 36, {
    name: "东阳关初中",

    type: "311",
    township: dongyangguan,
    weight: 0.3,
    closed: merged,
    successor: "junior/3",
  }),
  documented("002-kanhou_primary", 36, {
    name: "看后小学",
    type: "211",
    township: huangyadong,
    weight: 0.15,
    closed: merged,
    successor: "primary/huangyadong",
  }),
  documented("002-xiachiyu_primary", 36, {
    name: "下赤峪小学",
    type: "211",
    township: huangyadong,
    weight: 0.15,
    closed: merged,
    successor: "primary/huangyadong",
  }),
  documented("002-qingquan_primary", 36, {
    name: "清泉小学",
    type: "211",
    township: dongyangguan,
    weight: 0.15,
    closed: merged,
    successor: "primary/dongyangguan",
  }),
  documented("002-xiaozhai_primary", 36, {
    name: "小寨小学",
    type: "211",
    township: dongyangguan,
    weight: 0.15,
    closed: merged,
    successor: "primary/dongyangguan",
  }),
  documented("002-dongwa_point", 36, {
    name: "东洼教学点",
    type: "218",
    township: lihou,
    closed: merged,
    parent: "002-chengguan_primary",
    successor: "002-chengguan_primary",
  }),
  documented("002-beisanglu_point", 36, {
    name: "北桑鲁教学点",
    type: "218",
    township: lihou,
    closed: merged,
    parent: "002-nanguan_primary",
    successor: "002-nanguan_primary",
  }),
  ...(
    [
      [hongjing, "primary/hongjing"],
      [hongjing, "primary/hongjing"],
      [dongyangguan, "primary/dongyangguan"],
      [dongyangguan, "primary/dongyangguan"],
      [huangyadong, "primary/huangyadong"],
      [chengjiashan, "primary/chengjiashan"],
      [chengjiashan, "primary/chengjiashan"],
      [xiwu, "002-xiwu_boarding"],
      [shangyao, "002-shangyao_boarding"],
      [shangyao, "002-shangyao_boarding"],
      [xijing, "002-xijing_boarding"],
      [xijing, "002-xijing_boarding"],
    ] as const
  ).map(([township, successor], index): SchoolLine => ({
    key: `point/merged-${index + 1}`,
    name: `${named(index)}教学点`,
    type: "218",
    township,
    closed: merged,
    parent: successor,
    successor,
  })),
];

const inSeat: readonly SchoolLine[] = [
  documented("002-licheng_no1", 38, {
    name: "黎城一中",
    aliases: ["黎城县第一中学"],
    type: "342",
    township: lihou,
    boarding: true,
  }),
  documented("002-licheng_vocational", 40, {
    name: "黎城县职业中学",
    aliases: ["黎城职中"],
    type: "365",
    township: lihou,
    boarding: true,
  }),
  documented("002-licheng_no2", 52, {
    name: "黎城二中",
    aliases: ["黎城县第二中学"],
    type: "311",
    township: lihou,
    weight: 3,
  }),
  {
    key: "junior/3",
    name: "黎城县第三中学",
    formerName: { name: "黎城县城内中学", until: "2019-07-01" },
    type: "311",
    township: lihou,
    weight: 3,
  },
  documented("002-hongyuan_middle", 34, {
    name: "宏远中学",
    type: "312",
    township: lihou,
    ownership: "OTHER_PRIVATE",
    boarding: true,
  }),
  documented("002-boai_special", 56, { name: "博爱特校", type: "514", township: lihou, boarding: true }),
  documented("002-nanguan_primary", 52, { name: "南关小学", type: "211", township: lihou, weight: 3 }),
  documented("002-chengguan_primary", 52, { name: "城关小学", type: "211", township: lihou, weight: 3.5 }),
  documented("002-beifang_primary", 52, { name: "北坊小学", type: "211", township: lihou, weight: 2.5 }),
  documented("002-gucheng_primary", 36, {
    name: "古城小学",
    type: "211",
    township: lihou,
    weight: 2,
    opened: "2022-09-01",
  }),
  documented("002-chengnan_boarding", 36, {
    name: "城南寄宿制学校",

    type: "211",
    township: lihou,
    boarding: true,
    weight: 1.5,
  }),
  { key: "primary/qiaobei", name: "桥北小学", type: "211", township: lihou, weight: 2 },
];

const inTowns: readonly SchoolLine[] = [
  documented("002-xijing_boarding", 36, {
    name: "西井寄宿制学校",

    type: "312",
    township: xijing,
    boarding: true,
  }),
  documented("002-shangyao_boarding", 36, {
    name: "上遥寄宿制学校",

    type: "312",
    township: shangyao,
    boarding: true,
  }),
  documented("002-xiwu_boarding", 36, {
    name: "西仵寄宿制学校",

    type: "312",
    township: xiwu,
    boarding: true,
  }),
  { key: "junior/hongjing", name: "洪井镇初级中学", type: "311", township: hongjing, boarding: true, weight: 0.8 },
  { key: "primary/dongyangguan", name: "东阳关镇中心小学", type: "211", township: dongyangguan, weight: 0.8 },
  { key: "primary/huangyadong", name: "黄崖洞镇中心小学", type: "211", township: huangyadong, weight: 0.8 },
  { key: "primary/hongjing", name: "洪井镇中心小学", type: "211", township: hongjing, weight: 0.8 },
  { key: "primary/chengjiashan", name: "程家山镇中心小学", type: "211", township: chengjiashan, weight: 0.8 },
  { key: "primary/xijing", name: "西井镇中心小学", type: "211", township: xijing, weight: 0.7 },
  ...[dongyangguan, shangyao, xijing, huangyadong, hongjing, xiwu, chengjiashan, lihou].map(
    (township, index): SchoolLine => ({
      key: `primary/village-${index + 1}`,
      name: `${named(index + 20)}小学`,
      type: "211",
      township,
      urbanRural: "RURAL",
      weight: 0.3,
    }),
  ),
  ...(
    [
      [xijing, "primary/xijing"],
      [shangyao, "002-shangyao_boarding"],
      [hongjing, "primary/hongjing"],
      [chengjiashan, "primary/chengjiashan"],
      [dongyangguan, "primary/dongyangguan"],
      [huangyadong, "primary/huangyadong"],
    ] as const
  ).map(([township, parent], index): SchoolLine => ({
    key: `point/open-${index + 1}`,
    name: `${named(index + 30)}教学点`,
    type: "218",
    township,
    parent,
  })),
];

const kindergartens: readonly SchoolLine[] = [
  documented("002-xiwu_kg", 36, { name: "西仵幼儿园", type: "111", township: xiwu, weight: 1.2 }),
  documented("002-baiyu_kg", 36, { name: "柏峪幼儿园", type: "111", township: chengjiashan, weight: 0.6 }),
  documented("002-nanguan_kg", 36, { name: "南关幼儿园", type: "111", township: lihou, weight: 2 }),
  documented("002-lizhuang_kg", 36, { name: "李庄幼儿园", type: "111", township: lihou, weight: 0.8 }),
  documented("002-chengjiashan_kg", 36, { name: "程家山幼儿园", type: "111", township: chengjiashan, weight: 0.8 }),
  documented("002-xijing_kg", 36, { name: "西井幼儿园", type: "111", township: xijing, weight: 1.2 }),
  documented("002-qiaobei_kg", 26, { name: "桥北幼儿园", type: "111", township: lihou, weight: 2.5 }),
  documented("002-jiguan_kg", 26, { name: "机关幼儿园", type: "111", township: lihou, weight: 2.5 }),
  ...publicKindergartens(
    townships.filter(({ code: township }) =>
      [dongyangguan, shangyao, huangyadong, hongjing].some((other) => other === township),
    ),
    [dongyangguan, shangyao, xijing, huangyadong, hongjing, xiwu, chengjiashan, lihou].map((township, index) => ({
      name: named(index + 40),
      township,
    })),
  ),
  ...privateKindergartens({
    prefix: "黎城县",
    ownership: "INCLUSIVE_PRIVATE",
    count: 9,
    townships: [lihou, lihou, lihou, xiwu, xijing],
  }),
];

export const licheng: CountyBlueprint = {
  code,
  name: "黎城县",
  document: "002_218d663a6238544c.txt",
  baseYear: 2022,
  townships,
  schools: [...mergedSchools, ...inSeat, ...inTowns, ...kindergartens],
  pupils: {
    PRESCHOOL: { trend: 0.97, byOwnership: { PUBLIC: 2847, INCLUSIVE_PRIVATE: 1053 } },
    PRIMARY: { trend: 0.99, byOwnership: { PUBLIC: 8788, OTHER_PRIVATE: 112 } },
    JUNIOR: { trend: 1.005, byOwnership: { PUBLIC: 4326, OTHER_PRIVATE: 74 } },
    SENIOR_GENERAL: { trend: 1, byOwnership: { PUBLIC: 3240 } },
    SENIOR_VOCATIONAL: { trend: 1.02, byOwnership: { PUBLIC: 288 } },
    SPECIAL: { trend: 1, byOwnership: { PUBLIC: 109 } },
  },
};
