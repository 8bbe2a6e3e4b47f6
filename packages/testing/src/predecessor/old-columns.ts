/** The columns of every regular board, in their order: number 0 to 9. */
export const OLD_COLUMNS = [
  { name: "Inbox", type: "INPUT", wipLimit: null },
  { name: "Clarify", type: "CLARIFY", wipLimit: null },
  { name: "@Email", type: "CONTEXT", wipLimit: 5 },
  { name: "@Phone", type: "CONTEXT", wipLimit: null },
  { name: "@Desk", type: "CONTEXT", wipLimit: 3 },
  { name: "Next Actions", type: "CONTEXT", wipLimit: 10 },
  { name: "Waiting", type: "WAITING", wipLimit: null },
  { name: "Someday / Maybe", type: "SOMEDAY", wipLimit: null },
  { name: "Done ✅", type: "DONE", wipLimit: null },
  { name: "Archive", type: "ARCHIVE", wipLimit: null },
] as const;

/** SQL: the id of a regular board's column. */
export function columnId(board: string, column: string): string {
  return `pg_temp.made('column', ${board}::bigint * 10 + ${column})`;
}
