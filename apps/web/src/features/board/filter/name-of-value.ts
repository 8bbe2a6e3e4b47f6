import type { BoardView } from "@kanban/domain/board-view";
import type { Facet } from "@kanban/domain/filter/filter";
import { readDueRange } from "@kanban/domain/filter/due-choice";
import { strings } from "../board.strings.ts";
import { filterStrings } from "./filter.strings.ts";

type Named = Readonly<Record<string, { name: string } | undefined>>;

/** What a value of a filter is called on this board. */
export function nameOfValue(view: BoardView, facet: Facet, value: string): string {
  switch (facet) {
    case "tag":
    case "project":
    case "context":
    case "assignee":
      return nameOfRow(view, facet, value);
    case "age":
      return filterStrings.age(Number(value));
    case "estimate":
      return filterStrings.estimate(strings.card.estimate(Number(value)));
    case "due":
      return rangeName(value) ?? wordOf(filterStrings.due, value);
    case "priority":
      return wordOf(filterStrings.priorities, value);
    case "energy":
      return wordOf(filterStrings.energies, value);
    case "is":
      return wordOf(filterStrings.traits, value);
  }
}

function wordOf(words: Readonly<Record<string, string>>, value: string): string {
  return words[value] ?? value;
}

function nameOfRow(view: BoardView, facet: "tag" | "project" | "context" | "assignee", value: string): string {
  if (value === "none") return filterStrings.without[facet];
  if (value === "me") return filterStrings.me;
  const rows = { tag: view.tags, project: view.projects, context: view.contexts, assignee: view.members }[facet];
  const name = (rows as Named)[value]?.name ?? "?";
  return facet === "context" ? `@${name.replace(/^@/u, "")}` : name;
}

function rangeName(value: string): string | null {
  const range = readDueRange(value);
  if (!range) return null;
  const { from, to } = range;
  // Noon in UTC, read in UTC: no zone shifts the day.
  const dayName = (day: string) =>
    new Date(`${day}T12:00:00Z`).toLocaleDateString(undefined, { day: "numeric", month: "short", timeZone: "UTC" });
  if (from && to) return filterStrings.range(dayName(from), dayName(to));
  return from ? filterStrings.since(dayName(from)) : filterStrings.until(dayName(to ?? ""));
}
