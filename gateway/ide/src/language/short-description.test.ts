import { expect, it } from "vitest";
import { chineseHeading, chinesePart } from "./short-description";

it.each([
  ["Students enrolled on the census date, 1 September. 在校生数(9月1日统计时点)。", "在校生数"],
  ["The code. 代码。", "代码"],
  ["Large classes. 56人及以上的大班额。", "56人及以上的大班额"],
  ["English only.", null],
  [null, null],
])("heads %j with %j", (description, heading) => {
  expect(chineseHeading(description)).toBe(heading);
});

it("gives the Chinese half whole", () => {
  expect(chinesePart("The value; null when missing. 值,缺失时为空。")).toBe("值,缺失时为空。");
});
