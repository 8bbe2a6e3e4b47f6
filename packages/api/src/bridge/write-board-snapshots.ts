import type { BoardId } from "@kanban/domain/ids";
import { boardMissing, boardSnapshot, type TaskSnapshot } from "@kanban/events/snapshot-events";
import type { ApiDeps, Cause, SqlTx } from "../context.ts";
import { inSqlTransaction } from "../in-transaction.ts";
import {
  appendBesideHistory,
  hasUnpublishedSnapshot,
  listAllBoardIds,
  listToldBoardIds,
  listTaskSnapshots,
  lockBoardClock,
  readBoardFacts,
} from "./board-snapshot.repository.ts";

/** Tasks and characters of text in one page: the relay carries a few megabytes in a batch, and notes may be long. */
const tasksPerPage = 200;
const charactersPerPage = 500_000;

/** What one statement reads or writes of a large board: well below a second also on a slow machine. */
const tasksPerPart = 2_000;
const pagesPerPart = 10;

/** All boards of a large installation take longer than whoever works off the inbox may be silent: so it goes by turns. */
const turnMs = 2_000;

/**
 * Tells the worker boards as they are, because it has lost their thread: each in a transaction of its own under the
 * board's lock, so that among the events on their way everything up to the snapshot comes before it and everything
 * later after it. `null` names all boards. A board that is not there is told as missing. Answers false when there was
 * not time for all of them: asked again by the same cause it goes on with the rest. `onPart` is told between the parts
 * of a large board. Harmless to repeat.
 */
export async function writeBoardSnapshots(
  { pool, clock }: Pick<ApiDeps, "pool" | "clock">,
  boardIds: readonly BoardId[] | null,
  cause: Cause,
  { onPart = async () => {}, now = () => performance.now() }: { onPart?: () => Promise<void>; now?: () => number } = {},
): Promise<boolean> {
  const told = await listToldBoardIds(pool, cause);
  const until = now() + turnMs;
  for (const boardId of boardIds ?? (await listAllBoardIds(pool))) {
    if (told.has(boardId)) continue;
    if (now() >= until) return false;
    await inSqlTransaction(pool, async (tx) => {
      const at = { cause, now: clock.now().toISOString() };
      const seq = await lockBoardClock(tx, boardId);
      if (seq === null) {
        const { type, version } = boardMissing;
        return appendBesideHistory(tx, boardId, [{ type, version, payload: {} }], at);
      }
      if (await hasUnpublishedSnapshot(tx, boardId)) return;
      const pages = paginate(await readTasks(tx, boardId, onPart));
      const facts = await readBoardFacts(tx, boardId);
      const { type, version } = boardSnapshot;
      const events = pages.map((tasks, index) => {
        const payload = { seq, page: index + 1, pages: pages.length, tasks, ...(index === 0 && facts) };
        return { type, version, payload };
      });
      for (let from = 0; from < events.length; from += pagesPerPart) {
        await appendBesideHistory(tx, boardId, events.slice(from, from + pagesPerPart), at);
        await onPart();
      }
      return undefined;
    });
  }
  return true;
}

/** All tasks of a board; in parts, so that none of the statements runs into its time limit. */
async function readTasks(tx: SqlTx, boardId: BoardId, onPart: () => Promise<void>): Promise<TaskSnapshot[]> {
  const tasks: TaskSnapshot[] = [];
  for (;;) {
    const part = await listTaskSnapshots(tx, boardId, { after: tasks.at(-1)?.taskId ?? null, atMost: tasksPerPart });
    tasks.push(...part);
    if (part.length < tasksPerPart) return tasks;
    await onPart();
  }
}

/** At least one page, also of an empty board. */
function paginate(tasks: readonly TaskSnapshot[]): TaskSnapshot[][] {
  const pages: TaskSnapshot[][] = [[]];
  let characters = 0;
  for (const task of tasks) {
    let page = pages.at(-1)!;
    const length = task.title.length + task.notes.length;
    if (page.length === tasksPerPage || (page.length > 0 && characters + length > charactersPerPage)) {
      page = [];
      pages.push(page);
      characters = 0;
    }
    page.push(task);
    characters += length;
  }
  return pages;
}
