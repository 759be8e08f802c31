import type { CodeValue } from "@hub/schema";
import { codeValue } from "@hub/schema";

/** School types (办学类型) of GB/T 33782-2017, table 4, as far as a county has them. */
const LABELS: Readonly<Record<string, string>> = {
  "111": "幼儿园",
  "119": "附设幼儿班",
  "211": "小学",
  "218": "小学教学点",
  "219": "附设小学班",
  "311": "初级中学",
  "312": "九年一贯制学校",
  "319": "附设普通初中班",
  "341": "完全中学",
  "342": "高级中学",
  "345": "十二年一贯制学校",
  "361": "调整后中等职业学校",
  "362": "中等技术学校",
  "364": "成人中等专业学校",
  "365": "职业高中学校",
  "366": "技工学校",
  "514": "其他特教学校",
};

/** A type code with its label; a code outside the list keeps its own text. */
export function schoolType(code: string): CodeValue {
  return codeValue(code, LABELS[code] ?? code, "GB/T 33782-2017");
}
