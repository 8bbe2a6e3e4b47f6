import type { Envelope } from "@kanban/events/envelope";
import type { InstanceEventPayload, InstanceEventType } from "@kanban/events/instance-events";
import type { LoopError } from "@kanban/messaging/bridge-status";
import type { PoolClient } from "pg";
import { receiveApiWatermark } from "./bridge/receive-api-watermark.ts";
import type { SendJob } from "./jobs/send-job.ts";
import { confirmSent } from "./mail/delivery.repository.ts";
import { requestLetter } from "./mail/request-letter.ts";
import { endMailbox, keepMailbox } from "./mailbox/mailbox.repository.ts";
import { settleMail } from "./mailbox/mail.repository.ts";
import { keepPosted } from "./mailbox/posted-mail.repository.ts";
import { carryOut } from "./operations/carry-out.ts";
import { answerWithReport } from "./operations/report.ts";

/** What a handler of an instance's event may use. All it writes goes through `tx` and is committed with the event's mark. */
export type InstanceHandlerContext = {
  tx: PoolClient;
  envelope: Envelope;
  sendJob: SendJob;
  /** The errors that stand in the loops of this process. */
  loopErrors: () => LoopError[];
};

export type InstanceHandler<Type extends InstanceEventType> = {
  name: string;
  run: (context: InstanceHandlerContext, payload: InstanceEventPayload<Type>) => Promise<void>;
};

/** What each event of the API's instance causes here. An event this map does not name does not compile. */
export const instanceHandlers = {
  "watermark.reported": [{ name: "receive-watermark", run: receiveApiWatermark }],
  "operation.decided": [
    { name: "carry-out", run: carryOut },
    { name: "report", run: (context) => answerWithReport(context) },
  ],
  "report.requested": [{ name: "report", run: (context) => answerWithReport(context) }],
  "mail.requested": [{ name: "request-letter", run: requestLetter }],
  "deliveries.confirmed": [{ name: "confirm-sent", run: ({ tx }, { deliveries }) => confirmSent(tx, deliveries) }],
  "mailbox.changed": [{ name: "keep-mailbox", run: ({ tx }, mailbox) => keepMailbox(tx, mailbox) }],
  "mailbox.removed": [{ name: "end-mailbox", run: ({ tx }, removal) => endMailbox(tx, removal) }],
  "mail.posted": [{ name: "keep-posted", run: ({ tx, envelope }, posted) => keepPosted(tx, envelope, posted) }],
  "mail.settled": [{ name: "settle-mail", run: ({ tx }, settled) => settleMail(tx, settled) }],
} as const satisfies { [Type in InstanceEventType]: readonly InstanceHandler<Type>[] };
