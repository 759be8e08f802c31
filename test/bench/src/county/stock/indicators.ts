import {
  evaluateArea,
  type FactTable,
  fundedOverdueQuestion,
  type Indicator,
  spendingPerStudent,
  type Stage,
  staffingGap,
  studentsPerTeacher,
} from "@hub/schema";
import { stockFunded, type StockFunded } from "./funded-overdue.js";
import { runSubgraph } from "./run-subgraph.js";

interface AreaFacts {
  readonly stage: Stage | null;
  readonly schoolFacts?: FactTable;
  readonly staffFacts?: FactTable;
  readonly fundingFacts?: FactTable;
}

interface SchoolFacts {
  readonly schoolId: string;
  readonly students: number | null;
  readonly teachers: number | null;
  readonly spending: string | null;
}

const NOT_APPLICABLE = {
  status: "NOT_APPLICABLE",
  value: null,
  numerator: null,
  denominator: null,
  missing: [],
  coverage: { schoolsIn: 0, schoolsMissing: 0 },
};

const areaValue =
  (indicator: Indicator) =>
  ({ stage = null, schoolFacts, staffFacts, fundingFacts }: AreaFacts) => {
    const formula = indicator.formula(stage);
    const tables = [schoolFacts, staffFacts, fundingFacts].map((table) => table ?? null);
    return { unit: indicator.unit.en, ...(formula === null ? NOT_APPLICABLE : evaluateArea(formula, tables)) };
  };

const schoolValue =
  (indicator: Indicator) =>
  ({ schoolId, students, teachers, spending }: SchoolFacts) => {
    const columns = {
      students: [students],
      teachers: [teachers],
      spending: [spending === null ? null : Number(spending)],
    };
    return areaValue(indicator)({ stage: null, schoolFacts: { schoolIds: [schoolId], columns, source: "", asOf: "" } });
  };

await runSubgraph(
  "indicators",
  {
    AreaProfile: {
      __resolveReference: (facts: AreaFacts) => facts,
      studentsPerTeacher: areaValue(studentsPerTeacher),
      spendingPerStudent: areaValue(spendingPerStudent),
      staffingGap: areaValue(staffingGap),
    },
    FundedOverdue: {
      __resolveReference: (facts: StockFunded) => ({
        ...facts,
        ...stockFunded(facts, fundedOverdueQuestion(facts.id)),
      }),
    },
    SchoolProfile: {
      __resolveReference: (facts: SchoolFacts) => facts,
      studentsPerTeacher: schoolValue(studentsPerTeacher),
      spendingPerStudent: schoolValue(spendingPerStudent),
    },
  },
  () => ({}),
);
