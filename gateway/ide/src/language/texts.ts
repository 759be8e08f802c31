/** The two languages of the hub's own strings; the editor around them has none. */
export type Language = "en" | "zh";

const english = {
  hub: "County Education Hub",
  tagline: "one graph over the school register, personnel, finance and inspection",
  language: "Language",
  howTo: "How to",
  close: "Close",
  welcomePick: "Pick a question",
  welcomePickText: "The library on the left opens a question with its default values. Change the values and press Run.",
  welcomeRead: "Read the answer",
  welcomeReadText:
    "As a table, a chart or JSON. Hover a heading for its meaning; the book icon documents the whole graph.",
  welcomeToken: "Sign in when needed",
  welcomeTokenText:
    "Without a token you see aggregates and the public register. With one, put this into the Headers editor; it is kept for this page only:",
  library: "Question library",
  filter: "Filter by word, number or name",
  all: "All",
  ready: "Ready",
  starred: "Most valuable",
  notYet: "not answered yet",
  noMatch: "No question matches.",
  libraryFailed: "The question library could not be loaded:",
  asks: "Asked by: ",
  crosses: "Needs: ",
  run: "Run",
  restore: "Restore defaults",
  anyValue: "any",
  table: "Table",
  chart: "Chart",
  json: "JSON",
  download: "Download CSV",
  whichTable: "Which table",
  rows: (count: number) => (count === 1 ? "1 row" : `${count} rows`),
  milliseconds: (count: number) => `${count} ms`,
  showAll: (count: number) => `Show all ${count} rows`,
  noAnswer: "Press Run to see the answer here.",
  noData: "The answer has no data.",
  noRows: "No rows: the answer is empty.",
  missing: "no value: not reported, which is not zero",
  noNumbers: "No column of this table holds numbers.",
  column: "Column",
  shown: (shown: number, count: number) => `The first ${shown} of ${count} rows; sort the table to choose others.`,
  errors: (count: number) => (count === 1 ? "1 error" : `${count} errors`),
};

/** Every string of the interface in one language. */
export type Texts = typeof english;

const chinese: Texts = {
  hub: "县域教育数据中枢",
  tagline: "学籍、人事、财务、督导四个系统，一张图",
  language: "语言",
  howTo: "使用说明",
  close: "关闭",
  welcomePick: "选一个问题",
  welcomePickText: "左侧问题库点开即带默认参数，修改参数后按“运行”。",
  welcomeRead: "看结果",
  welcomeReadText: "可看表格、图形或 JSON；指向表头可见含义，书本图标内有全部字段说明（中英文）。",
  welcomeToken: "需要时使用令牌",
  welcomeTokenText: "无令牌可查汇总数据和公开学校名录；有令牌时填入 Headers 编辑框（仅本页有效）：",
  library: "问题库",
  filter: "按文字、编号或名称筛选",
  all: "全部",
  ready: "可回答",
  starred: "重点",
  notYet: "尚未提供",
  noMatch: "没有符合的问题。",
  libraryFailed: "问题库加载失败：",
  asks: "提问方：",
  crosses: "涉及：",
  run: "运行",
  restore: "恢复默认",
  anyValue: "不限",
  table: "表格",
  chart: "图形",
  json: "JSON",
  download: "下载 CSV",
  whichTable: "选择表格",
  rows: (count) => `${count} 行`,
  milliseconds: (count) => `${count} 毫秒`,
  showAll: (count) => `显示全部 ${count} 行`,
  noAnswer: "按“运行”后在此查看结果。",
  noData: "结果中没有数据。",
  noRows: "没有行：结果为空。",
  missing: "无数据：未上报，不等于零",
  noNumbers: "此表没有数值列。",
  column: "数值列",
  shown: (shown, count) => `仅显示 ${count} 行中的前 ${shown} 行，可在表格中排序后再看。`,
  errors: (count) => `${count} 个错误`,
};

/** The strings of each language. */
export const texts: Readonly<Record<Language, Texts>> = { en: english, zh: chinese };

/** Names of the systems a question needs. */
export const systemNames: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { schools: "schools", personnel: "personnel", funding: "finance", inspection: "inspection", hub: "targets" },
  zh: { schools: "学校", personnel: "人事", funding: "经费", inspection: "督导", hub: "目标" },
};

/** Who asks a question, by the names the library uses. */
const chineseRoles: Readonly<Record<string, string>> = {
  "county bureau": "县教育局",
  "county leader": "县领导",
  "personnel office": "人事部门",
  "inspection office": "督导部门",
  "funding office": "财务部门",
  "aid office": "资助中心",
  "meal office": "营养餐办",
  "safety office": "安全部门",
  "enrolment office": "招生部门",
  "municipal platform": "市级平台",
  "front-end team": "前端开发",
  "kindergarten head": "园长",
  principal: "校长",
  analyst: "分析人员",
  auditor: "审计人员",
};

/** The name of a role in a language; a role without a Chinese name keeps its own. */
export function roleName(role: string, language: Language): string {
  return (language === "zh" ? chineseRoles[role] : undefined) ?? role;
}
