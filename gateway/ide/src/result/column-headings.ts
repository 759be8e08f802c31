import { chineseHeading } from "../language/short-description";
import type { Language } from "../language/texts";
import type { Column } from "../table/table";

/** What stands over a column: a heading, the group it belongs to, and everything known about it for the pointer. */
export interface ColumnHeading {
  readonly heading: string;
  /** Empty when the column stands alone. */
  readonly group: string;
  readonly tooltip: string;
}

/** Neighbouring columns of one group. */
export interface HeadingGroup {
  readonly group: string;
  readonly span: number;
}

/** Whether the first key of every path is the same and can go without making two columns look alike. */
function sharesFirstKey(columns: readonly Column[]): boolean {
  const paths = columns.map(({ label }) => label.split("."));
  const long = paths.filter((keys) => keys.length > 1);
  const shorter = paths.map((keys) => (keys.length > 1 ? keys.slice(1) : keys).join("."));
  return long.every((keys) => keys[0] === long[0]?.[0]) && new Set(shorter).size === columns.length;
}

/** Heads columns by their fields' names, or in Chinese by the schema's own Chinese words where it has them. */
export function columnHeadings(columns: readonly Column[], language: Language): readonly ColumnHeading[] {
  const skipped = sharesFirstKey(columns) ? 1 : 0;
  return columns.map(({ label, pathDescriptions }) => {
    const words = label.split(".").map((key, index) => {
      const description = pathDescriptions[index] ?? null;
      return (language === "zh" ? chineseHeading(description) : null) ?? key;
    });
    return {
      heading: words.at(-1) ?? label,
      group: words.slice(skipped, -1).join(" · "),
      tooltip: [label, ...pathDescriptions.filter((description) => description !== null)].join("\n"),
    };
  });
}

/** The groups over the headings, neighbours of one group taken together. */
export function headingGroups(headings: readonly ColumnHeading[]): readonly HeadingGroup[] {
  const groups: { group: string; span: number }[] = [];
  for (const { group } of headings) {
    const last = groups.at(-1);
    if (last !== undefined && last.group === group) last.span += 1;
    else groups.push({ group, span: 1 });
  }
  return groups;
}

/** A heading with its group before it, for places where there is one line only. */
export function fullHeading({ group, heading }: ColumnHeading): string {
  return group === "" ? heading : `${group} · ${heading}`;
}
