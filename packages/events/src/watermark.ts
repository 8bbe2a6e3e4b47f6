import { z } from "zod";
import { defineEvent } from "./define-event.ts";

/**
 * Said by each side to the other when it starts, after its database was away, and now and then: which history its
 * database has, how far it has told the other of it, and how far it has heard the other. Because a relay marks an
 * event as published only after the other side has it, each half is a proof: who lacks an event it has sent or heard,
 * by the other's word, stands in a database that was restored to an earlier moment.
 */
export const watermarkReported = defineEvent({
  type: "watermark.reported",
  payload: z.object({
    /** Of the sender's database: a new one begins with each restore. */
    epoch: z.uuid(),
    /** The receiver's epoch as the sender knows it; `null` when it never heard of it. */
    peerEpoch: z.uuid().nullable(),
    /** The sender's event that was published last before this one; `null` when there is none. */
    sentUpTo: z.uuid().nullable(),
    /** The receiver's event that the sender received last; `null` when there is none. */
    heardUpTo: z.uuid().nullable(),
    /** The report this one answers; `null` when nobody asked. */
    answers: z.uuid().nullable(),
  }),
});
