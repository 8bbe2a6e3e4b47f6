import type { ActorContext } from "@kanban/api/context";
import { createTask } from "@kanban/api/task/create-task";
import { moveTask } from "@kanban/api/task/move-task";
import { createApiDb } from "@kanban/db-api/client";
import { faultOf } from "@kanban/db-api/fault";
import type { MutationAnswer } from "@kanban/domain/board-event";
import { userIdSchema } from "@kanban/domain/ids";
import { mutationInputs } from "@kanban/domain/mutations";
import { DomainError } from "@kanban/domain/refusal";
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";
import type { Tally } from "../../rig/tally.ts";

export type Operations = Pick<Tally, "decide" | "done" | "wrong"> & { close(): Promise<void> };

/** Connections of the operations' own pool: each of the lanes has one, with some to spare. */
const maxConnections = 8;
const attempts = 8;

/**
 * Runs the operations themselves on the rig's database, as the one person who has boards there: for numbers of changes
 * that would take too long over HTTP. What is wrong about an answer is kept as a tally keeps it.
 */
export async function openOperations(url: string, db: pg.Pool): Promise<Operations> {
  const { rows } = await db.query<{ userId: string }>('SELECT DISTINCT user_id AS "userId" FROM board_member');
  const api = createApiDb(url, { maxConnections });
  const problems = new Map<string, number>();
  const nothing = () => {};
  const ctx: ActorContext = {
    db: api.db,
    pool: api.pool,
    clock: { now: () => new Date() },
    log: { error: nothing, warn: nothing },
    wake: { subscribe: () => nothing },
    actor: { userId: userIdSchema.parse(rows[0]!.userId), means: "hand", timeZone: "UTC" },
    cause: null,
  };
  const run = (procedure: string, input: unknown): Promise<MutationAnswer> => {
    if (procedure === "task.create") return createTask(ctx, mutationInputs["task.create"].parse(input));
    if (procedure === "task.move") return moveTask(ctx, mutationInputs["task.move"].parse(input));
    throw new Error(`${procedure} is not called here`);
  };
  let done = 0;
  return {
    decide: async (_person, procedure, input) => {
      const asked = { mutationId: randomUUID(), ...input };
      for (let attempt = 1; ; attempt++) {
        try {
          const answer = await run(procedure, asked);
          done += 1;
          return answer;
        } catch (error) {
          // What the api would call "busy", and its client would ask again.
          if (faultOf(error) === "busy" && attempt < attempts) {
            await delay(50 * 2 ** attempt);
            continue;
          }
          const code = error instanceof DomainError ? error.code : String(error);
          problems.set(code, (problems.get(code) ?? 0) + 1);
          return code;
        }
      }
    },
    done: () => done,
    wrong: () => [...problems].map(([what, times]) => `an operation ended in ${what}, ${times} times`),
    close: api.close,
  };
}
