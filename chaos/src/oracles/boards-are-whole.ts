import { applyChange } from "@kanban/domain/apply-change";
import { type BoardView, tasksInColumn, viewOfSnapshot } from "@kanban/domain/board-view";
import type { Change } from "@kanban/domain/change";
import { judgeFullColumn } from "@kanban/domain/wip";
import type { Rig } from "../rig/open-rig.ts";

/**
 * G3, G5, G6: the log of each board counts 1, 2, 3 … without a gap; its events alone give the board that is stored,
 * tasks in the same columns in the same order; at no moment was a column over its limit; counters count.
 */
export async function boardsAreWhole({ databases }: { databases: Pick<Rig["databases"], "api"> }): Promise<string[]> {
  const { rows: boards } = await databases.api.query<{ id: string; seq: string }>("SELECT id, seq FROM board");
  const found = await Promise.all(
    boards.map(async ({ id, seq }) => {
      const { rows: events } = await databases.api.query<{ seq: string; type: string; payload: unknown }>(
        "SELECT board_seq AS seq, type, payload FROM event_log WHERE board_id = $1 AND board_seq IS NOT NULL ORDER BY 1",
        [id],
      );
      const gaps = events.flatMap((event, index) =>
        Number(event.seq) === index + 1 ? [] : [`gap before ${event.seq}`],
      );
      if (events.length !== Number(seq)) gaps.push(`the clock says ${seq}, the log ${events.length}`);
      if (gaps.length > 0) return gaps.slice(0, 3).map((gap) => `board ${id}: ${gap}`);
      const { rows: stored } = await databases.api.query<{ columnId: string; taskIds: string[] }>(
        `SELECT column_id AS "columnId", array_agg(id::text ORDER BY rank) AS "taskIds" FROM task
         WHERE board_id = $1 AND archived_at IS NULL AND deleted_at IS NULL GROUP BY column_id`,
        [id],
      );
      return replay(events as unknown as { seq: string; type: string; payload: unknown }[], stored).map(
        (wrong) => `board ${id}: ${wrong}`,
      );
    }),
  );
  const { rows: counters } = await databases.api.query<{ name: string; open: number; real: number }>(
    `SELECT c.name, c.open_tasks AS open, count(t.id)::int AS real FROM "column" c
     LEFT JOIN task t ON t.column_id = c.id AND t.archived_at IS NULL AND t.deleted_at IS NULL
     GROUP BY c.id HAVING c.open_tasks <> count(t.id)`,
  );
  return [...found.flat(), ...counters.map(({ name, open, real }) => `column ${name} counts ${open} of ${real} tasks`)];
}

function replay(
  events: { type: string; payload: unknown }[],
  stored: { columnId: string; taskIds: string[] }[],
): string[] {
  const [first, ...later] = events.map(({ type, payload }) => ({ type, payload }) as Change);
  if (first?.type !== "board.created") return ["does not begin with board.created"];
  const { board, columns, owner } = first.payload;
  const empty = { tasks: [], tags: [], contexts: [], projects: [], links: [], views: [] };
  let view: BoardView = viewOfSnapshot({
    epoch: "",
    seq: 1,
    board,
    role: "owner",
    userId: owner.userId,
    columns,
    members: [owner],
    ...empty,
  });
  const wrong: string[] = [];
  for (const change of later) {
    view = applyChange(view, change);
    const full = enteredColumn(view, change);
    if (full) wrong.push(full);
  }
  for (const column of Object.values(view.columns)) {
    const told = tasksInColumn(view, column.id).map(({ id }) => id as string);
    const kept = stored.find(({ columnId }) => columnId === column.id)?.taskIds ?? [];
    if (told.join() !== kept.join())
      wrong.push(`${column.name} has ${kept.length} tasks, its events tell ${told.length} or another order`);
  }
  return wrong;
}

/** The column a change put a task into, when that is now over its limit without a reason the board's policy takes. */
function enteredColumn(view: BoardView, change: Change): string | null {
  if (change.type !== "task.created" && change.type !== "task.moved" && change.type !== "task.restored") return null;
  // The predecessor let it in; its limits, and those who passed them, are not in our log.
  if (change.payload.imported) return null;
  const columnId = change.type === "task.moved" ? change.payload.to.columnId : change.payload.card.columnId;
  const column = view.columns[columnId];
  if (!column?.wipLimit) return null;
  if (change.type === "task.moved" && change.payload.from.columnId === columnId) return null;
  const open = tasksInColumn(view, columnId).length;
  if (open <= column.wipLimit) return null;
  // That an override is written down excuses nothing: the guard that let it pass writes it.
  const { overrodeWip } = change.payload;
  if (overrodeWip && judgeFullColumn(view.board.wipPolicy, overrodeWip.reason) === "override") return null;
  return `${column.name} held ${open} of ${column.wipLimit}`;
}
