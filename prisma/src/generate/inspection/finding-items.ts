import type { StageName } from "../county-plan.js";

/** What inspectors find, and which office of the school has to put it right. */
export const findingItems: readonly {
  readonly item: string;
  readonly owner: string;
  readonly isSafety: boolean;
  readonly stages?: readonly StageName[];
}[] = [
  { item: "FIRE_SAFETY", owner: "总务处", isSafety: true },
  { item: "FOOD_SAFETY", owner: "膳食科", isSafety: true },
  { item: "CAMPUS_SECURITY", owner: "安全办", isSafety: true },
  { item: "BUILDING_SAFETY", owner: "总务处", isSafety: true },
  { item: "SCHOOL_TRANSPORT", owner: "安全办", isSafety: true },
  { item: "HYGIENE", owner: "卫生室", isSafety: false },
  { item: "EQUIPMENT", owner: "总务处", isSafety: false },
  { item: "STAFF_QUALIFICATION", owner: "校长室", isSafety: false },
  { item: "FEES", owner: "财务室", isSafety: false },
  { item: "RECORDS", owner: "办公室", isSafety: false },
  { item: "PRIMARY_LEVEL_CONTENT", owner: "保教处", isSafety: false, stages: ["PRESCHOOL"] },
  {
    item: "CURRICULUM",
    owner: "教务处",
    isSafety: false,
    stages: ["PRIMARY", "JUNIOR", "SENIOR_GENERAL", "SENIOR_VOCATIONAL", "SPECIAL"],
  },
  { item: "HOMEWORK_LOAD", owner: "教务处", isSafety: false, stages: ["PRIMARY", "JUNIOR"] },
  { item: "CLASS_SIZE", owner: "教务处", isSafety: false, stages: ["PRIMARY", "JUNIOR", "SENIOR_GENERAL"] },
];
