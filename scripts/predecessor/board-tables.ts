import type { Target } from "./copy-rows.ts";

/* The tables of kanban_api a board is written into, with the columns that are given in the order they are given. */

export const boards: Target = {
  table: "board",
  columns: ["id", "name", "key", "wip_policy", "sleep_after_days", "seq", "next_number", "created_at"],
  key: ["id"],
};
export const members: Target = {
  table: "board_member",
  columns: ["board_id", "user_id", "role", "created_at"],
  key: ["board_id", "user_id"],
};
export const contextTable: Target = {
  table: "context",
  columns: ["id", "board_id", "name", "created_at"],
  key: ["id"],
};
export const tagTable: Target = {
  table: "tag",
  columns: ["id", "board_id", "name", "color", "created_at"],
  key: ["id"],
};
export const projectTable: Target = {
  table: "project",
  columns: ["id", "board_id", "name", "color", "desired_outcome", "status", "created_at"],
  key: ["id"],
};
export const columnTable: Target = {
  table: "column",
  columns: ["id", "board_id", "name", "kind", "context_id", "wip_limit", "rank", "open_tasks", "created_at"],
  key: ["id"],
};
export const taskTable: Target = {
  table: "task",
  columns: [
    ...["id", "board_id", "column_id", "number", "title", "notes", "notes_version", "text_version", "rank"],
    ...["project_id", "priority", "estimate_minutes", "energy"],
    ...["waiting_for_who", "waiting_since", "follow_up_on"],
    ...["defer_until_day", "defer_until_at", "due_day", "due_at"],
    ...["needs_breakdown", "source", "captured_at", "started_at", "finished_at", "entered_column_at"],
    ...["archived_at", "deleted_at", "version", "checklist_total", "checklist_done"],
  ],
  key: ["id"],
};
export const links = [
  ["task_tag", "tag_id", "tagIds"],
  ["task_context", "context_id", "contextIds"],
  ["task_assignee", "user_id", "assigneeIds"],
] as const;
export const itemTable = {
  table: "checklist_item",
  columns: ["id", "task_id", "board_id", "text", "is_done", "rank", "created_at"],
};
export const eventTable = {
  table: "event_log",
  columns: [
    ...["id", "board_id", "board_seq", "aggregate_type", "aggregate_id", "type", "version", "payload", "actor"],
    ...["mutation_id", "correlation_id", "occurred_at", "published_at"],
  ],
};
export const transitionTable = {
  table: "task_transition",
  columns: ["board_id", "task_id", "from_column_id", "from_kind", "to_column_id", "to_kind", "at"],
};
