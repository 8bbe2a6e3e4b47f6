import { randomUUID } from "node:crypto";
import { limits } from "@kanban/domain/limits";
import type pg from "pg";
import { must, newBoard, type Person } from "../../rig/person.ts";
import { openOperations } from "./call-operations.ts";
import { startTally } from "../../rig/tally.ts";

/** Longer than the limit at which a column is ranked anew, by what one insertion may add; far below the schema's 200. */
const longestRank = 64;
/** Insertions after which a rank has certainly grown to the limit: an insertion adds 1/6 of a character. */
const insertionsPerRerank = limits.rankBeforeRebalance * 8;

type Insertion = { seq: number; taskId: string; end: "front" | "back" };

/**
 * Puts tasks between the same two neighbours again and again: new ones first, then those that lie there, taken up and
 * put back. Ranks stay short, and in the end each lies where its last insertion put it.
 */
export async function squeezeBetween(
  persons: readonly Person[],
  db: pg.Pool,
  {
    lanes,
    tasks,
    insertions,
    operationsUrl,
  }: {
    lanes: number;
    tasks: number;
    insertions: number;
    /** Where the operations are called instead of the api, which is several times faster. */
    operationsUrl: string | null;
  },
) {
  const [owner] = persons;
  const { id: boardId, columns } = await newBoard(owner!, null);
  const columnId = columns["next"]!;
  const [aboveId, belowId] = [randomUUID(), randomUUID()];
  for (const taskId of [aboveId, belowId])
    await must(owner!, "task.create", { boardId, taskId, columnId, title: "A neighbour" });
  const tally = startTally([]);
  const operations = operationsUrl === null ? null : await openOperations(operationsUrl, db);
  const { decide } = operations ?? tally;
  const inserted: Insertion[] = [];
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      const person = persons[lane % persons.length]!;
      const own: string[] = [];
      for (let n = lane; n < insertions; n += lanes) {
        // Two of three at one end, so that the gap there is the same one for a long time.
        const end = n % 3 === 0 ? "back" : "front";
        const anchor = end === "front" ? { afterId: aboveId } : { beforeId: belowId };
        const isNew = own.length < tasks / lanes;
        const taskId = isNew ? randomUUID() : own[Math.floor(n / lanes) % own.length]!;
        const answer = isNew
          ? await decide(person, "task.create", { boardId, taskId, columnId, title: "In between", ...anchor })
          : await decide(person, "task.move", { boardId, taskId, toColumnId: columnId, ...anchor });
        if (typeof answer === "string") continue;
        if (isNew) own.push(taskId);
        const seq = answer.events[0]?.seq;
        // None: it lay there already.
        if (seq !== undefined) inserted.push({ seq, taskId, end });
      }
    }),
  );
  const seconds = (performance.now() - begin) / 1_000;
  await operations?.close();
  const { rows } = await db.query<{ id: string }>(
    "SELECT id FROM task WHERE column_id = $1 AND deleted_at IS NULL AND archived_at IS NULL ORDER BY rank",
    [columnId],
  );
  const { rows: facts } = await db.query<{ longest: number; reranks: number }>(
    `SELECT max(length(coalesce(payload -> 'to' ->> 'rank', payload -> 'card' ->> 'rank')))::int AS longest,
            count(*) FILTER (WHERE type = 'column.reranked')::int AS reranks
     FROM event_log WHERE board_id = $1`,
    [boardId],
  );
  const { longest, reranks } = facts[0]!;
  const expected = [aboveId, ...orderAfter(inserted), belowId];
  return {
    wrong: [
      ...tally.wrong(),
      ...(operations?.wrong() ?? []),
      ...(longest > longestRank ? [`a rank grew to ${longest} characters`] : []),
      ...(reranks < Math.floor(insertions / 2 / insertionsPerRerank) ? [`ranked anew ${reranks} times only`] : []),
      ...(rows.map(({ id }) => id).join() === expected.join()
        ? []
        : [`${rows.length} tasks between two neighbours are not in the order of their ${inserted.length} insertions`]),
    ],
    done: tally.done() + (operations?.done() ?? 0),
    busy: tally.busy(),
    perSecond: Math.round(insertions / seconds),
    longest,
    reranks,
  };
}

/** The tasks from top to bottom, as the insertions left them. */
function orderAfter(inserted: readonly Insertion[]): string[] {
  const last = new Map<string, Insertion>();
  for (const insertion of inserted.toSorted((a, b) => a.seq - b.seq)) last.set(insertion.taskId, insertion);
  const settled = [...last.values()].sort((a, b) => a.seq - b.seq);
  const at = (end: Insertion["end"]) => settled.filter((insertion) => insertion.end === end).map((i) => i.taskId);
  return [...at("front").reverse(), ...at("back")];
}
