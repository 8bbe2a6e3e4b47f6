import type { PgBoss, Queue } from "pg-boss";
import { type QueueSettings, queues } from "./queues.ts";

/** Makes the queues in the database what the table says, whatever an earlier release made them. */
export async function declareQueues(boss: Pick<PgBoss, "createQueue" | "updateQueue">): Promise<void> {
  for (const { name, settings } of queues) {
    const { policy, partition, ...changeable } = asOptions(settings);
    await boss.createQueue(name, { policy, partition, ...changeable });
    // Creating a queue that is there changes nothing about it.
    await boss.updateQueue(name, changeable);
  }
}

type Options = Omit<Queue, "name">;

/**
 * pg-boss takes null for "none", and needs it to take a setting back; its types know only values. An option that its
 * next release brings does not compile until the table says something about it.
 */
function asOptions(settings: QueueSettings & Record<keyof Options, unknown>) {
  return settings as QueueSettings & Options;
}
