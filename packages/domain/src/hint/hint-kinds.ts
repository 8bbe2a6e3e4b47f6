/** What hints propose, by kind; the order is the one they are listed in. */
export const hintKinds = [
  "title",
  "due-date",
  "defer-date",
  "waiting",
  "context",
  "project",
  "tag",
  "estimate",
  "checklist",
  "next-action",
  "duplicate",
  "link",
  "summary",
  "questions",
] as const;
export type HintKind = (typeof hintKinds)[number];
