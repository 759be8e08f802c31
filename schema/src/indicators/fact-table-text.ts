import { mixedOrigin, type FactTable, type OriginName } from "./fact-table.js";

/** What needs no escaping in JSON and is no mark of the text. */
const PLAIN = /^[\w.-]*$/;

const joined = (values: readonly unknown[]): string => JSON.stringify(values).slice(1, -1);

/**
 * The table as one text: source|day|origin|schools|facts of the area|columns, each `name:values`.
 *
 * Whoever passes it on need not look into it. Null when a school's id holds a mark of the text.
 */
function textOf({ schoolIds, columns, area, source, asOf, origin }: FactTable): string | null {
  if (!schoolIds.every((id) => id !== "" && PLAIN.test(id))) return null;
  const ofArea = Object.entries(area ?? {}).map(([name, value]) => `${name}:${value}`);
  const ofSchools = Object.entries(columns).map(([name, column]) => `${name}:${joined(column)}`);
  return [source, asOf, origin ?? "", schoolIds.join(","), ofArea.join(";"), ofSchools.join(";")].join("|");
}

const parts = (text: string, mark: string): string[] => (text === "" ? [] : text.split(mark));

function named<Value>(text: string, read: (values: string) => Value): Record<string, Value> {
  return Object.fromEntries(
    parts(text, ";").map((entry) => {
      const colon = entry.indexOf(":");
      return [entry.slice(0, colon), read(entry.slice(colon + 1))];
    }),
  );
}

function tableOf(text: string): FactTable {
  const [source = "", asOf = "", origin = "", schools = "", area = "", columns = ""] = text.split("|");
  return {
    schoolIds: parts(schools, ","),
    columns: named(columns, (values) => JSON.parse(`[${values}]`) as (number | null)[]),
    ...(area === "" ? {} : { area: named(area, (value) => JSON.parse(value) as number | null) }),
    source,
    asOf,
    origin: mixedOrigin([origin]),
  };
}

/** A table that goes into JSON as one text: a graph of services would parse and write its arrays at every step else. */
class TravellingTable implements FactTable {
  readonly schoolIds: readonly string[];
  readonly columns: FactTable["columns"];
  readonly area?: Readonly<Record<string, number | null>>;
  readonly source: string;
  readonly asOf: string;
  readonly origin: OriginName | null;

  constructor({ schoolIds, columns, area, source, asOf, origin }: FactTable) {
    this.schoolIds = schoolIds;
    this.columns = columns;
    if (area !== undefined) this.area = area;
    this.source = source;
    this.asOf = asOf;
    this.origin = origin ?? null;
  }

  toJSON(): string | object {
    return textOf(this) ?? { ...this };
  }
}

/** Facts an owner gives to other subgraphs. */
export function factTable(facts: FactTable): FactTable {
  return new TravellingTable(facts);
}

/** Facts as another subgraph receives them: the table itself within a process, else what became of it in JSON. */
export function receivedFactTable(value: FactTable | string | null | undefined): FactTable | null {
  return typeof value === "string" ? tableOf(value) : (value ?? null);
}
