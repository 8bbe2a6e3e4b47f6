import { deterministicId } from "@kanban/messaging/deterministic-id";
import type { ColumnKind } from "@kanban/domain/column-kind";
import type { Context } from "@kanban/domain/entities";
import type { ColumnId, ContextId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import type { Instant } from "@kanban/domain/moment";
import { foldCase } from "./fold-case.ts";
import type { Keeper } from "./keeper.ts";
import type { ColumnType, OldColumn, TaskContext } from "./old-tables.ts";
import { instantOf } from "./old-time.ts";
import type { WantedBoard } from "./wanted.ts";

const kinds: Record<Exclude<ColumnType, "ARCHIVE">, ColumnKind> = {
  INPUT: "inbox",
  CLARIFY: "inbox",
  CONTEXT: "next",
  WAITING: "waiting",
  SOMEDAY: "someday",
  DONE: "done",
};

/** The predecessor's own contexts, as people read them. */
export const contextNames: Record<TaskContext, string> = {
  EMAIL: "Email",
  MEETING: "Meeting",
  PHONE: "Phone",
  READ: "Read",
  WATCH: "Watch",
  DESK: "Desk",
  OTHER: "Other",
};

/** How people name the columns of the predecessor's own contexts. */
const knownContexts: readonly [RegExp, TaskContext][] = [
  [/^e-?mails?$/iu, "EMAIL"],
  [/^meetings?$/iu, "MEETING"],
  [/^(tele)?phone$|^calls?$/iu, "PHONE"],
  [/^read(ing)?$/iu, "READ"],
  [/^watch(ing)?$/iu, "WATCH"],
  [/^desk$/iu, "DESK"],
  [/^other$/iu, "OTHER"],
];

/** Columns of the type CONTEXT that stand for no context: its default one is called so. */
const namesNoContext = /^(next|next actions?|actions?|to-?\s?do|doing|in progress|today)$/iu;

type PlacedColumns = Pick<WantedBoard, "columns" | "contexts" | "archiveColumnIds"> & {
  contextOf(context: TaskContext): ContextId;
};

/**
 * The columns of a board, in the order they were shown in, and the contexts it needs. ARCHIVE columns become the
 * archive. A board without an inbox or a done column gets one: capture and completion need them.
 */
export function placeColumns(
  boardId: string,
  createdAt: Instant,
  oldColumns: readonly OldColumn[],
  keeper: Keeper,
): PlacedColumns {
  const contexts = new Map<ContextId, Context & { createdAt: Instant }>();
  const contextNamed = (name: string): ContextId => {
    const id = deterministicId(boardId, `context:${foldCase(name)}`) as ContextId;
    if (!contexts.has(id)) contexts.set(id, { id, name, createdAt });
    return id;
  };
  const columns: WantedBoard["columns"] = [];
  const archives = new Set<string>();
  for (const old of oldColumns.toSorted(byPosition)) {
    if (old.type === "ARCHIVE") {
      archives.add(old.id);
      keeper.keepRow("Column", old.id, old, "an ARCHIVE column: its tasks are in the archive of the board");
      continue;
    }
    const isLimit = old.wipLimit === null || old.wipLimit >= 1;
    if (!isLimit) keeper.keepColumns("Column", old.id, { wipLimit: old.wipLimit }, "a WIP limit below one is none");
    const context = old.type === "CONTEXT" ? contextOfColumn(old.name) : null;
    columns.push({
      id: old.id as ColumnId,
      name: old.name,
      kind: kinds[old.type],
      contextId: context === null ? null : contextNamed(context),
      wipLimit: isLimit ? old.wipLimit : null,
      createdAt: instantOf(old.createdAt),
    });
  }
  const added = (name: string, kind: ColumnKind) => {
    const id = deterministicId(boardId, `column:${kind}`) as ColumnId;
    keeper.noteAdded("Column", id, `the board had no ${kind} column`);
    return { id, name, kind, contextId: null, wipLimit: null, createdAt };
  };
  if (!columns.some(({ kind }) => kind === "inbox")) columns.unshift(added("Inbox", "inbox"));
  if (!columns.some(({ kind }) => kind === "done")) columns.push(added("Done", "done"));
  return {
    columns,
    archiveColumnIds: archives,
    // Filled as tasks name them: read when all of them are placed.
    get contexts() {
      return [...contexts.values()];
    },
    contextOf: (context) => contextNamed(contextNames[context]),
  };
}

/** The context a column of the type CONTEXT stands for, by its name; `null` for none. */
export function contextOfColumn(name: string): string | null {
  const plain = name.trim().replace(/^@\s*/u, "");
  if (plain === "" || namesNoContext.test(plain)) return null;
  const known = knownContexts.find(([pattern]) => pattern.test(plain));
  // Not through the middle of an emoji: half of one is no text.
  return known ? contextNames[known[1]] : plain.slice(0, limits.name).replace(/\p{Surrogate}$/u, "");
}

function byPosition(a: OldColumn, b: OldColumn): number {
  return a.position - b.position || compare(a.createdAt, b.createdAt) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
