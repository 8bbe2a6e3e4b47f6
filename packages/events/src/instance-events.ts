import type { z } from "zod";
import { deliveriesConfirmed, mailRequested } from "./delivery-events.ts";
import { mailboxChanged, mailboxRemoved, mailPosted, mailSettled } from "./mailbox-events.ts";
import { operationDecided, reportRequested } from "./operations-events.ts";
import { watermarkReported } from "./watermark.ts";

/** What the API tells the worker as the instance, about no board; none of it has a place in a board's history. */
export const instanceEvents = {
  "watermark.reported": watermarkReported,
  "operation.decided": operationDecided,
  "report.requested": reportRequested,
  "mail.requested": mailRequested,
  "deliveries.confirmed": deliveriesConfirmed,
  "mailbox.changed": mailboxChanged,
  "mailbox.removed": mailboxRemoved,
  "mail.posted": mailPosted,
  "mail.settled": mailSettled,
} as const;
export type InstanceEventType = keyof typeof instanceEvents;
export type InstanceEventPayload<Type extends InstanceEventType> = z.infer<(typeof instanceEvents)[Type]["payload"]>;
/** A discriminated union over `type`. */
export type InstanceEvent = {
  [Type in InstanceEventType]: { type: Type; payload: InstanceEventPayload<Type> };
}[InstanceEventType];
