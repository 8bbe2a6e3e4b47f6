import type { ListField } from "./list-fields.ts";

const widths: Record<ListField, string> = {
  title: "minmax(280px, 1fr)",
  column: "132px",
  due: "124px",
  project: "144px",
  tags: "152px",
  contexts: "132px",
  assignees: "84px",
  priority: "92px",
  age: "88px",
  estimate: "88px",
};

/** The columns of the table as CSS grid tracks; head and rows share them. */
export function gridTemplate(fields: readonly ListField[]): string {
  return fields.map((field) => widths[field]).join(" ");
}
