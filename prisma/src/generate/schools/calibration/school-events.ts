/** Something that happened to a known number of schools of a county, though the document does not say to which. */
export interface EventLine {
  readonly kind: string;
  readonly title?: string;
  readonly level?: "COUNTY" | "CITY" | "PROVINCE" | "NATIONAL";
  readonly date: string;
  /** Keys of the schools in the county's plan. */
  readonly schools: readonly string[];
  /** Title by school, where each has its own (a partner, a subject). */
  readonly titles?: readonly string[];
}

const times = (count: number, key: string): readonly string[] => Array<string>(count).fill(key);
const numbered = (prefix: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${prefix}${String(from + index).padStart(2, "0")}`);

const seatOfJingyu = [
  "000-yang_primary",
  "000-experimental_primary",
  "000-yuhong_primary",
  "primary/seat-2",
  "000-no7_middle",
  "000-no3_middle",
];

const townsOfLicheng = [
  "primary/dongyangguan",
  "primary/huangyadong",
  "primary/hongjing",
  "primary/chengjiashan",
  "primary/xijing",
  "junior/hongjing",
  ...Array.from({ length: 8 }, (_, index) => `primary/village-${index + 1}`),
];

const seatOfLicheng = [
  "002-licheng_no1",
  "002-licheng_vocational",
  "002-licheng_no2",
  "junior/3",
  "002-nanguan_primary",
  "002-chengguan_primary",
  "002-beifang_primary",
  "002-gucheng_primary",
  "primary/qiaobei",
  "002-chengnan_boarding",
  "002-xijing_boarding",
  "002-shangyao_boarding",
  "002-xiwu_boarding",
  "002-boai_special",
];

const kindergartensOfLicheng = [
  "002-xiwu_kg",
  "002-nanguan_kg",
  "002-lizhuang_kg",
  "002-xijing_kg",
  "002-qiaobei_kg",
  "002-jiguan_kg",
];

/**
 * Events by county. Dates lie in the year the document gives; days are made up.
 *
 * Events of schools a document names come from named_schools.csv and are not repeated here.
 */
export const schoolEvents: Readonly<Record<string, readonly EventLine[]>> = {
  "220622": [
    // Four city-level civilised campuses in 2020, one of them named: 第七中学.
    {
      kind: "civilised_campus",
      title: "市级文明校园",
      level: "CITY",
      date: "2020-11-20",
      schools: ["000-experimental_primary", "000-yuhong_primary", "senior/1"],
    },
    {
      kind: "inclusive_certification",
      title: "普惠性民办幼儿园认定",
      level: "COUNTY",
      date: "2017-12-20",
      schools: numbered("kg/inclusive_private/", 1, 3),
    },
    {
      kind: "inclusive_certification",
      title: "普惠性民办幼儿园认定",
      level: "COUNTY",
      date: "2019-12-20",
      schools: numbered("kg/inclusive_private/", 4, 5),
    },
    {
      kind: "inclusive_certification",
      title: "普惠性民办幼儿园认定",
      level: "COUNTY",
      date: "2020-12-18",
      schools: numbered("kg/inclusive_private/", 6, 8),
    },
    {
      kind: "private_approval",
      title: "民办幼儿园办学许可",
      level: "COUNTY",
      date: "2016-03-01",
      schools: [...numbered("kg/inclusive_private/", 1, 3), ...numbered("kg/other_private/", 1, 6)],
    },
    {
      kind: "private_approval",
      title: "民办幼儿园办学许可",
      level: "COUNTY",
      date: "2017-03-01",
      schools: [...numbered("kg/inclusive_private/", 4, 6), ...numbered("kg/other_private/", 7, 12)],
    },
    {
      kind: "private_approval",
      title: "民办幼儿园办学许可",
      level: "COUNTY",
      date: "2018-03-01",
      schools: [...numbered("kg/inclusive_private/", 7, 8), ...numbered("kg/other_private/", 13, 16)],
    },
    {
      kind: "private_approval",
      title: "民办九年一贯制学校办学许可",
      level: "COUNTY",
      date: "2017-06-20",
      schools: ["private/nine-year"],
    },
    {
      kind: "private_support",
      title: "民办九年一贯制学校享受生均公用经费",
      level: "COUNTY",
      date: "2020-09-01",
      schools: ["private/nine-year"],
    },
    { kind: "after_school_care", title: "课后看护", level: "COUNTY", date: "2018-09-03", schools: seatOfJingyu },
    {
      kind: "college_partnership",
      level: "PROVINCE",
      date: "2018-09-01",
      schools: times(5, "000-vocational_high"),
      titles: ["合作高职院校甲", "合作高职院校乙", "合作高职院校丙", "合作高职院校丁", "合作高职院校戊"],
    },
    {
      kind: "joint_major",
      level: "PROVINCE",
      date: "2018-09-01",
      schools: times(8, "000-vocational_high"),
      titles: [
        "学前教育",
        "护理",
        "汽车运用与维修",
        "计算机应用",
        "电子商务",
        "园林技术",
        "旅游服务与管理",
        "畜牧兽医",
      ],
    },
  ],
  "140426": [
    {
      kind: "integrity_school",
      title: "清廉学校",
      level: "COUNTY",
      date: "2022-11-15",
      schools: [...seatOfLicheng, ...townsOfLicheng, ...kindergartensOfLicheng],
    },
    {
      kind: "homework_design_award",
      title: "作业设计大赛获奖学校",
      level: "CITY",
      date: "2022-06-15",
      schools: ["junior/3", "primary/qiaobei", "002-beifang_primary"],
    },
  ],
  "220503": [
    {
      kind: "city_model_kindergarten",
      title: "市级示范幼儿园",
      level: "CITY",
      date: "2018-12-05",
      schools: ["kg/district"],
    },
    {
      kind: "city_model_kindergarten",
      title: "市级示范幼儿园",
      level: "CITY",
      date: "2020-11-25",
      schools: ["kg/wudaojiang"],
    },
  ],
};
