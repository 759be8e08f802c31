import { createRandom } from "../random.js";

const openings = ["上", "下", "东", "西", "南", "北", "大", "小", "前", "后", "新", "老"];
const stems = [
  "河",
  "沟",
  "岭",
  "坪",
  "洼",
  "庄",
  "营",
  "泉",
  "柳",
  "杨",
  "桥",
  "山",
  "石",
  "塘",
  "湾",
  "坡",
  "堡",
  "寨",
  "井",
  "岗",
  "溪",
  "田",
  "林",
  "滩",
];

/** Invented village names of a county, each once, the same in every run; at most 288. */
export function villageNames(countyCode: string, count: number): readonly string[] {
  const all = openings.flatMap((opening) => stems.map((stem) => `${opening}${stem}村`));
  if (count > all.length) throw new RangeError(`Villages: found ${count}; expected at most ${all.length}`);
  return createRandom(`villages/${countyCode}`).shuffle(all).slice(0, count);
}
