import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { waitFor } from "@kanban/testing/wait-for";
import { pursue } from "../rig/pursue.ts";
import type { Rig } from "../rig/open-rig.ts";
import type { ChaosBoard } from "../rig/person.ts";
import { unlikeAnyOther } from "../rig/unlike-any-other.ts";

/** Milliseconds from now on. */
export type Recovery = {
  /** A change was acknowledged. */
  apiMs: number;
  /** Its event had reached the worker. */
  relayMs: number;
  /** The worker's dispatcher was done with it. */
  handledMs: number;
  /** A job's result was back: everything works. */
  backMs: number;
};

/** After this nothing comes back by itself. */
const patienceMs = 60_000;

/**
 * Asks for a task until that is done, then follows its event to the worker, through a job, and back as a hint.
 * @throws when one of these does not happen within a minute.
 */
export async function measureRecovery({
  rig,
  boards,
}: {
  rig: Pick<Rig, "databases" | "ledger">;
  boards: readonly ChaosBoard[];
}): Promise<Recovery> {
  const begin = performance.now();
  const passed = () => Math.round(performance.now() - begin);
  const board = boards[0]!;
  const { taskId, eventId } = await capture();
  const apiMs = passed();
  const finds = async (side: "api" | "worker", text: string, id: string) =>
    (await rig.databases[side].query(text, [id])).rowCount === 1;
  await waitFor(() => finds("worker", "SELECT FROM event_inbox WHERE id = $1", eventId), {
    timeoutMs: patienceMs,
    what: "an event to reach the worker",
  });
  const relayMs = passed();
  await waitFor(() => finds("worker", "SELECT FROM event_inbox WHERE id = $1 AND handled_at IS NOT NULL", eventId), {
    timeoutMs: patienceMs,
    what: "an event to be handled",
  });
  const handledMs = passed();
  await waitFor(() => finds("api", "SELECT FROM hint WHERE task_id = $1", taskId), {
    timeoutMs: patienceMs,
    what: "a hint to come back",
  });
  return { apiMs, relayMs, handledMs, backMs: passed() };

  async function capture(): Promise<{ taskId: string; eventId: string }> {
    while (performance.now() - begin < patienceMs) {
      const taskId = randomUUID();
      const input = {
        taskId,
        columnId: board.columns["inbox"],
        title: unlikeAnyOther("call the dentist tomorrow 3pm"),
      };
      const intent = { id: randomUUID(), boardId: board.id, procedure: "task.create", input };
      // Once each: a client's growing pauses are not the product's recovery.
      const { outcome } = await pursue(board.person, rig.ledger, intent, { attempts: 1 });
      if (outcome.kind === "acknowledged") return { taskId, eventId: outcome.events[0]!.id };
      await delay(50);
    }
    throw new Error(`The API did not work again within ${patienceMs} ms`);
  }
}
