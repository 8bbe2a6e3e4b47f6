import type { InstanceEventPayload } from "@kanban/events/instance-events";
import { receiveWatermark } from "@kanban/messaging/receive-watermark";
import { republishAll } from "@kanban/messaging/republish";
import { reportWatermark } from "@kanban/messaging/watermark";
import type { InstanceHandlerContext } from "../instance-handlers.ts";
import { rebuildProjections } from "../projection/rebuild-projections.ts";
import { takeAnswer } from "./instance.repository.ts";
import { workerSide } from "./worker-side.ts";

/**
 * The API says where its database stands. In an epoch that is new here no seq means what it meant, so every board is
 * asked for as it is; what the API has lost of this worker's words is said again.
 */
export async function receiveApiWatermark(
  { tx, envelope }: Pick<InstanceHandlerContext, "tx" | "envelope">,
  report: InstanceEventPayload<"watermark.reported">,
): Promise<void> {
  const verdict = await receiveWatermark(tx, workerSide, envelope, report);
  if (verdict.isStale) return;
  if (verdict.hasLostTrack) await republishAll(tx, workerSide.outbox);
  if (verdict.peer !== "known") await rebuildProjections(tx, "the API's history is another");
  if (report.answers !== null && !verdict.amRestored) await takeAnswer(tx, report.answers);
  if (!verdict.isToBeAnswered) return;
  // Restored, this worker has a question of its own, which an answer would not be answered to.
  const { amRestored, position } = verdict;
  const answers = amRestored ? null : envelope.id;
  await reportWatermark(tx, workerSide, { answers, before: position, isAsking: amRestored });
}
