import { registerEnumType } from "type-graphql";

/** Stages of education (学段). A missing stage argument means all of them. */
export enum Stage {
  PRESCHOOL = "PRESCHOOL",
  PRIMARY = "PRIMARY",
  JUNIOR = "JUNIOR",
  SENIOR_GENERAL = "SENIOR_GENERAL",
  SENIOR_VOCATIONAL = "SENIOR_VOCATIONAL",
  SPECIAL = "SPECIAL",
}

registerEnumType(Stage, {
  name: "Stage",
  description: "A stage of education. 学段。",
  valuesConfig: {
    PRESCHOOL: { description: "Kindergarten, ages 3 to 5. 学前教育。" },
    PRIMARY: { description: "Primary, grades 1 to 6. 小学。" },
    JUNIOR: { description: "Junior secondary, grades 7 to 9. 初中。" },
    SENIOR_GENERAL: { description: "General senior secondary. 普通高中。" },
    SENIOR_VOCATIONAL: { description: "Vocational senior secondary. 中等职业教育。" },
    SPECIAL: { description: "Special education. 特殊教育。" },
  },
});
