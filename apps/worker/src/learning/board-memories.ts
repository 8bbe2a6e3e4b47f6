import type { Pool } from "pg";
import { type BoardMemory, createBoardMemory } from "./board-memory.ts";
import { listChanges, listLabels, readEpoch } from "./memory.repository.ts";

/**
 * Tasks remembered in one process: some 75 MB at most (evaluation/measure-memory.ts). Beyond that the boards asked for
 * longest ago are forgotten, and learnt again when they are asked for.
 */
const mostTasks = 50_000;

/** Rows read and learnt at a time, so that reading a large board for the first time holds nobody up. */
const pageRows = 1_000;

type Entry = { memory: BoardMemory; epoch: string; stamp: string };

/** Brings the memory of a board up to what the projection says and answers it. */
export type RecallBoard = (boardId: string) => Promise<BoardMemory>;

/**
 * The memories of this process, each made from the projection when it is first asked for and kept up by the changes
 * since: rows carry stamps, which only grow. A restored database counts its stamps from an earlier moment on, so that
 * memories of another epoch are made anew. Nothing is stored: what was learnt is what the rows say.
 *
 * One task at a time asks for a board; another one at the same time would only do the same work twice.
 */
export function createBoardMemories(pool: Pool, { most = mostTasks }: { most?: number } = {}): RecallBoard {
  const entries = new Map<string, Entry>();
  return async (boardId) => {
    const epoch = await readEpoch(pool);
    const known = entries.get(boardId);
    const entry = known?.epoch === epoch ? known : { memory: createBoardMemory(), epoch, stamp: "0" };
    entry.memory.setLabels(await listLabels(pool, boardId));
    for (let isFull = true; isFull;) {
      const changes = await listChanges(pool, boardId, { after: entry.stamp, atMost: pageRows });
      for (const { taskId, task, stamp } of changes) {
        if (task) entry.memory.put(task);
        else entry.memory.drop(taskId);
        entry.stamp = stamp;
      }
      isFull = changes.length === pageRows;
    }
    // To the end of the line of those that may be forgotten.
    entries.delete(boardId);
    entries.set(boardId, entry);
    let total = [...entries.values()].reduce((sum, { memory }) => sum + memory.size(), 0);
    for (const [other, { memory }] of entries) {
      if (total <= most || other === boardId) break;
      total -= memory.size();
      entries.delete(other);
    }
    return entry.memory;
  };
}
