import { instantSchema } from "@kanban/domain/moment";
import { z } from "zod";
import { defineEvent } from "./define-event.ts";

/** The ways out of the house. */
const channelSchema = z.enum(["mail"]);

/** Something that has left for the outside world. Its id is what the receiver can tell a repetition by. */
export const deliverySchema = z.object({ deliveryId: z.uuid(), channel: channelSchema, sentAt: instantSchema });
export type DeliveryFact = z.infer<typeof deliverySchema>;

/** The API wants a letter sent. Asked twice under one id, one letter leaves. */
export const mailRequested = defineEvent({
  type: "mail.requested",
  payload: z.object({ deliveryId: z.uuid(), to: z.email(), subject: z.string(), text: z.string() }),
});

/** The worker sent something to the outside world. */
export const deliveryReported = defineEvent({ type: "delivery.reported", payload: deliverySchema });

/** What the API was told to have been sent lately: a worker that forgot it with a restore does not send it again. */
export const deliveriesConfirmed = defineEvent({
  type: "deliveries.confirmed",
  payload: z.object({ deliveries: z.array(deliverySchema) }),
});
