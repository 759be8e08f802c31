import type { EconomicClass, SourceLevelName } from "../rows.js";
import type { StageName } from "../../county-plan.js";
import type { SchoolPool } from "../school-pools.js";

/** Money of a programme over years: by the county office, or spread over the schools of a pool. */
export interface CountyPaymentPlan {
  readonly programme: string;
  readonly purpose: string | null;
  readonly economicClass: EconomicClass;
  readonly sourceLevel: SourceLevelName;
  readonly stage?: StageName;
  readonly pool?: SchoolPool;
  readonly from: number;
  readonly to: number;
  /** Yuan over all years. */
  readonly amount: string;
  readonly personTimes?: number;
  /** The stated project the money belongs to, when it is of one stated year. */
  readonly projectId: string;
}

const villageAid = {
  programme: "VILLAGE_AID",
  economicClass: "AID",
  sourceLevel: "COUNTY",
  from: 2020,
  to: 2020,
} as const;
const preschool = { programme: "PRESCHOOL_DEVELOPMENT", stage: "PRESCHOOL", from: 2016, to: 2020 } as const;

/**
 * Programme money that no school's count decides. Where a document gives a lower bound ("more than"), the payments lie a
 * little above it; what it gives exactly they meet to the cent.
 */
export const countyPayments: Readonly<Record<string, readonly CountyPaymentPlan[]>> = {
  "220622": [
    { ...villageAid, purpose: "INDUSTRY", amount: "191500", projectId: "000-village_aid_industry" },
    { ...villageAid, purpose: "FESTIVAL_VISITS", amount: "88500", projectId: "000-village_aid_visits" },
    { ...villageAid, purpose: "ENVIRONMENT", amount: "37600", projectId: "000-village_aid_environment" },
    {
      programme: "FARM_PRODUCE_SALES",
      purpose: null,
      economicClass: "AID",
      sourceLevel: "SOCIAL",
      from: 2020,
      to: 2020,
      amount: "137301",
      projectId: "000-farm_produce_sales",
    },
    {
      programme: "COVID_DONATIONS",
      purpose: null,
      economicClass: "AID",
      sourceLevel: "SOCIAL",
      from: 2020,
      to: 2020,
      amount: "40260",
      projectId: "000-covid_donations_2020",
    },
    {
      programme: "SCHOOL_GUARDS",
      purpose: "PURCHASED_SERVICE",
      economicClass: "PUBLIC_USE",
      sourceLevel: "COUNTY",
      from: 2020,
      to: 2020,
      amount: "647500",
      personTimes: 20,
      projectId: "000-guards_2020",
    },
    {
      programme: "SAFETY",
      purpose: "SAFETY_EQUIPMENT",
      economicClass: "CAPITAL",
      sourceLevel: "MIXED",
      from: 2016,
      to: 2020,
      amount: "8873600",
      projectId: "000-safety_13fyp",
    },
    {
      ...preschool,
      purpose: "PUBLIC_KINDERGARTENS",
      economicClass: "CAPITAL",
      sourceLevel: "MIXED",
      pool: "PUBLIC_KINDERGARTENS",
      amount: "6161900",
      projectId: "000-preschool_13fyp_public",
    },
    {
      ...preschool,
      purpose: "INCLUSIVE_PRIVATE",
      economicClass: "SUBSIDY",
      sourceLevel: "PROVINCE",
      pool: "INCLUSIVE_KINDERGARTENS",
      amount: "1366000",
      projectId: "000-preschool_13fyp_private",
    },
    {
      ...preschool,
      purpose: "TEACHER_TRAINING",
      economicClass: "PUBLIC_USE",
      sourceLevel: "COUNTY",
      amount: "89150",
      projectId: "000-preschool_13fyp_training",
    },
  ],
  "220503": [
    {
      programme: "TEACHER_TRAINING",
      purpose: "TEACHER_TRAINING",
      economicClass: "PUBLIC_USE",
      sourceLevel: "COUNTY",
      from: 2016,
      to: 2020,
      amount: "1094000",
      projectId: "004-teacher_training_13fyp",
    },
  ],
};

/** Money raised for compulsory education up to a year, by level, spread over the years before it. */
export const conditionsFunds: Readonly<
  Record<
    string,
    { readonly from: number; readonly to: number; readonly byLevel: Readonly<Partial<Record<SourceLevelName, string>>> }
  >
> = {
  "220622": {
    from: 2013,
    to: 2017,
    byLevel: { COUNTY: "20780000", CENTRAL: "32150000", PROVINCE: "31500000", SOCIAL: "8000000" },
  },
};
