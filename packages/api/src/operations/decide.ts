import { hash } from "node:crypto";
import { assertNever } from "@kanban/domain/assert-never";
import { refuse } from "@kanban/domain/refusal";
import type { Actor } from "@kanban/events/actor";
import type { Operation } from "@kanban/events/operations-events";
import { beginEpoch } from "@kanban/messaging/incarnation";
import { inTransaction } from "@kanban/messaging/in-transaction";
import { eventLog } from "@kanban/messaging/outbox-table";
import { discardEvent, redriveEvent } from "@kanban/messaging/settle-parked";
import { type PoolClient, sqlTxOf } from "@kanban/db-api/transaction";
import type { ApiDeps } from "../context.ts";
import { claimKey, findStoredAnswer } from "../mutation.repository.ts";
import { keepDecision, type KeptDecision } from "./decision.repository.ts";
import type { DecideInput } from "./decide-input.ts";
import { appendInstanceEvent } from "../bridge/instance-event.repository.ts";

const procedure = "operations.decide";

/**
 * Takes an operator's decision: does the API's side of it and writes it down as an event, in one transaction; the
 * worker does its side when the event arrives. Asked again with the same mutation id: the same answer, nothing done.
 * `actor` is `null` for whoever sits at the server's terminal. The caller has checked that the actor may.
 * @throws DomainError NOT_SET_ASIDE for an event of the API's that is not parked any more.
 */
export async function decide(
  { pool, clock }: Pick<ApiDeps, "pool" | "clock">,
  actor: Actor | null,
  { operation, reason, mutationId }: DecideInput,
): Promise<KeptDecision> {
  const actorKey = actor === null ? "instance" : `user:${actor.userId}`;
  const inputHash = hash("sha256", JSON.stringify({ operation, reason }));
  const key = { actorKey, mutationId, procedure, inputHash };
  return inTransaction(pool, async (client) => {
    const tx = sqlTxOf(client);
    if (!(await claimKey(tx, key))) {
      const kept = await findStoredAnswer<KeptDecision>(tx, key);
      if (kept?.procedure !== procedure || kept.inputHash !== inputHash) return refuse("MUTATION_ID_REUSED");
      return kept.answer;
    }
    await doSideOfApi(client, operation);
    const now = clock.now();
    const eventId = await appendInstanceEvent(
      tx,
      "operation.decided",
      { operation, reason },
      { now, actor, mutationId },
    );
    const decision = { eventId, decidedAt: now.toISOString() };
    await keepDecision(tx, key, decision);
    return decision;
  });
}

async function doSideOfApi(tx: PoolClient, operation: Operation): Promise<void> {
  switch (operation.action) {
    case "redrive-event":
      if (operation.side === "api" && !(await redriveEvent(tx, operation.eventId))) refuse("NOT_SET_ASIDE");
      return;
    case "discard-event":
      if (operation.side === "api" && !(await discardEvent(tx, operation.eventId))) refuse("NOT_SET_ASIDE");
      return;
    case "begin-epoch":
      return beginEpoch(tx, eventLog);
    // The worker's, altogether.
    case "retry-job":
    case "discard-job":
    case "rebuild-projections":
      return;
    default:
      return assertNever(operation);
  }
}
