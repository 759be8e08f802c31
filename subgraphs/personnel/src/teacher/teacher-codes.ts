import type { CodeValue } from "@hub/schema";
import { codeValue } from "@hub/schema";

const EDUCATION: Readonly<Record<string, string>> = {
  DOCTOR: "博士研究生",
  MASTER: "硕士研究生",
  BACHELOR: "大学本科",
  ASSOCIATE: "大学专科",
  UPPER_SECONDARY: "高中阶段",
  BELOW: "高中阶段以下",
};

const TITLES: Readonly<Record<string, string>> = {
  SENIOR_FULL: "正高级教师",
  SENIOR: "高级教师",
  FIRST: "一级教师",
  SECOND: "二级教师",
  THIRD: "三级教师",
  NONE: "未定职级",
};

/** A level of education by its name in GB/T 4658; an unknown one is its own label. */
export function educationLevel(code: string): CodeValue {
  return codeValue(code, EDUCATION[code] ?? code, "GB/T 4658");
}

/** A teacher's professional title (reform of 2015); an unknown one is its own label. */
export function professionalTitle(code: string): CodeValue {
  return codeValue(code, TITLES[code] ?? code, "人社部发〔2015〕79号");
}
