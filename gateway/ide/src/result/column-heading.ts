import { chineseHeading } from "../language/short-description";
import type { Language } from "../language/texts";
import type { Column } from "../table/table";

/** What stands over a column: a heading, the group it belongs to, and everything known about it for the pointer. */
export interface ColumnHeading {
  readonly heading: string;
  readonly group: string;
  readonly tooltip: string;
}

/** Heads a column by its field's name, or in Chinese by the schema's own Chinese words where it has them. */
export function columnHeading(column: Column, language: Language): ColumnHeading {
  const keys = column.label.split(".");
  const words = keys.map((key, index) => {
    const description = column.pathDescriptions[index] ?? null;
    return (language === "zh" ? chineseHeading(description) : null) ?? key;
  });
  return {
    heading: words.at(-1) ?? column.label,
    group: words.slice(0, -1).join(" · "),
    tooltip: [column.label, ...column.pathDescriptions.filter((description) => description !== null)].join("\n"),
  };
}
