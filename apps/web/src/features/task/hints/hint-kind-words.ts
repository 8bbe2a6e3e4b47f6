import type { HintKind } from "@kanban/domain/hint/hint-kinds";

/** What hints propose, in words; apart from the panel's, because the board's settings say them, too. */
export const hintKindWords = {
  "due-date": "Due date",
  "defer-date": "Defer until",
  tag: "Tag",
  context: "Context",
  project: "Project",
  duplicate: "Same as",
  checklist: "Checklist",
  estimate: "Estimate",
  waiting: "Waiting for",
  title: "Title",
  link: "Link",
  summary: "Summary",
  questions: "Questions",
  "next-action": "Next action",
} satisfies Record<HintKind, string>;
