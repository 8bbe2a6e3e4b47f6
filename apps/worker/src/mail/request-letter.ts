import type { InstanceEventPayload } from "@kanban/events/instance-events";
import { PermanentError } from "@kanban/messaging/permanent-error";
import type { InstanceHandlerContext } from "../instance-handlers.ts";
import { letterJobs } from "../jobs/queues.ts";
import { keepLetter } from "./delivery.repository.ts";
import { letterJobId } from "./letter-job.ts";

/** A line break in a header begins another header: no address and no subject has one. */
const controlCharacter = /\p{Cc}/u;

/** The API wants a letter sent: it is kept, and a job made for it unless it has been sent. */
export async function requestLetter(
  { tx, sendJob }: Pick<InstanceHandlerContext, "tx" | "sendJob">,
  letter: InstanceEventPayload<"mail.requested">,
): Promise<void> {
  for (const field of ["to", "subject"] as const)
    if (controlCharacter.test(letter[field])) throw new PermanentError(`A letter's ${field} has a control character`);
  const { deliveryId } = letter;
  if (await keepLetter(tx, letter))
    await sendJob(tx, letterJobs.name, { id: letterJobId(deliveryId), data: { deliveryId } });
}
