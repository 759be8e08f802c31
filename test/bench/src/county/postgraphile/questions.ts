import type { Question, QuestionName, Request } from "../questions.js";
import { SCHOOL_TYPES } from "../school-types.js";

const VALUE = "value numerator denominator unit status";

/** The questions as a user of PostGraphile asks them. */
const QUERIES: Readonly<Record<QuestionName, string>> = {
  "1": `query TeacherRatioByTownship($county: String!, $year: Int!, $stage: Stage) {
    county: divisionByCode(code: $county) { code name townships { nodes { code name profile(year: $year, stage: $stage) {
      students classes teachers
      studentsPerTeacher { ${VALUE} coverage { schoolsIn schoolsMissing } }
      spendingPerStudent { ${VALUE} }
      staffingGap { value unit status coverage { schoolsIn schoolsMissing } }
      openRectifications
    } } } }
  }`,
  "5": `query FundedWhileOverdue($county: String!, $on: Date!, $paidFrom: Date!, $paidTo: Date!, $stage: Stage, $first: Int!) {
    county: divisionByCode(code: $county) { code name
      fundedOverdue(on: $on, paidFrom: $paidFrom, paidTo: $paidTo, stage: $stage, first: $first) {
        amount programmes { programme purpose economicClass amount payments } overdueTasks severeTasks origin
        share { ${VALUE} missing coverage { schoolsIn schoolsMissing } }
        totalCount hasNextPage
        nodes {
          schoolId name closedOn amount
          programmes { programme purpose economicClass amount payments lastPaidOn }
          accountsFiled overdueTasks severeTasks tasks { taskId item severity foundOn dueOn daysOverdue } origin
        }
      }
    }
  }`,
  "13": `query SchoolProfile($code: String!, $year: Int!, $lastYear: Int!, $yearBefore: Int!) {
    school: schoolByCode(code: $code) {
      id: rowId code name typeCode ownership township: townshipOn { code name } authority: authorityOn { name }
      origin document documentLine
      year: profile(year: $year) { ...Year } lastYear: profile(year: $lastYear) { ...Year }
      yearBefore: profile(year: $yearBefore) { ...Year }
      events: schoolEventsBySchoolId(orderBy: [DATE_ASC, ROW_ID_ASC]) { nodes { date kind level title } }
      statements: schoolStatementsBySchoolId(orderBy: [DOCUMENT_ASC, DOCUMENT_LINE_ASC, ROW_ID_ASC]) {
        nodes { event period facts document documentLine }
      }
    }
  }
  fragment Year on SchoolYear {
    year students classes stages { stage students classes largestClass } teachers
    studentsPerTeacher { value status missing } spending spendingPerStudent { value status missing }
    openRectifications overdueRectifications
  }`,
  "46": `query SchoolListOnDate($within: String!, $on: Date!, $first: Int) {
    schools: schoolsWithin(within: $within, on: $on, first: $first) {
      totalCount
      nodes {
        id: rowId code name typeCode stages ownership openedOn closedOn
        township: townshipOn(on: $on) { code name } authority: authorityOn(on: $on) { id: rowId name }
        predecessors: schoolSuccessionsBySuccessorId(orderBy: [DATE_ASC, PREDECESSOR_ID_ASC]) {
          nodes { kind date school: schoolByPredecessorId { id: rowId name } }
        }
        successors: schoolSuccessionsByPredecessorId(orderBy: [DATE_ASC, SUCCESSOR_ID_ASC]) {
          nodes { kind date school: schoolBySuccessorId { id: rowId code name } }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`,
};

/** The question in PostGraphile's words. */
export function postgraphileRequest(name: QuestionName, variables: Question): Request {
  return { method: "POST", path: "/graphql", body: JSON.stringify({ query: QUERIES[name], variables }) };
}

// The shape of an answer is the query above; naming it a second time as types would prove nothing.
// oxlint-disable-next-line typescript/no-explicit-any
type Json = any;

const typeOf = (code: string): object => ({ code, label: SCHOOL_TYPES[code] ?? code });

const SHAPES: Readonly<Record<QuestionName, (data: Json) => object>> = {
  "1": ({ county }) => ({ county: { ...county, townships: county.townships.nodes } }),
  "5": ({ county: { fundedOverdue, ...county } }) => {
    const { totalCount, hasNextPage, nodes, ...sums } = fundedOverdue;
    const last = nodes.at(-1);
    const position =
      last && JSON.stringify(["indicators.fundedOverdue", Math.round(Number(last.amount) * 100), last.schoolId]);
    return {
      county: {
        ...county,
        fundedOverdue: {
          ...sums,
          schools: {
            totalCount,
            nodes: nodes.map(({ schoolId, name, closedOn, tasks, origin, ...node }: Json) => ({
              school: { id: schoolId, name, closedOn },
              ...node,
              tasks: tasks.map(({ taskId, ...task }: Json) => ({ task: { id: taskId }, ...task })),
              origin,
            })),
            pageInfo: {
              hasNextPage,
              endCursor: last === undefined ? null : Buffer.from(position).toString("base64url"),
            },
          },
        },
      },
    };
  },
  "13": ({ school: { typeCode, origin, document, documentLine, ...school } }) => {
    const { id, code, name, ownership, township, authority, year, lastYear, yearBefore, events, statements } = school;
    return {
      school: {
        id,
        code,
        name,
        type: typeOf(typeCode),
        ownership,
        township,
        authority,
        provenance: { origin, document, line: documentLine },
        year,
        lastYear,
        yearBefore,
        events: events.nodes,
        statements: statements.nodes,
      },
    };
  },
  "46": ({ schools: { totalCount, nodes, pageInfo } }) => {
    const last = nodes.at(-1);
    const position = last === undefined ? null : JSON.stringify(["schools.name", last.name, last.id]);
    return {
      schools: {
        totalCount,
        nodes: nodes.map(({ id, code, name, typeCode, ...node }: Json) => ({
          id,
          code,
          name,
          type: typeOf(typeCode),
          ...node,
          predecessors: node.predecessors.nodes,
          successors: node.successors.nodes,
        })),
        pageInfo: {
          hasNextPage: pageInfo.hasNextPage,
          // Its cursors are its own and opaque, as the hub's are.
          endCursor: position === null ? null : Buffer.from(position).toString("base64url"),
        },
      },
    };
  },
};

/** PostGraphile's answer in the hub's shape: lists without `nodes`, type codes with the label a client prints. */
export function postgraphileShape(name: QuestionName, data: unknown): object {
  return SHAPES[name](data);
}
