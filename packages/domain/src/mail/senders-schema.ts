import { z } from "zod";
import { isSender } from "./senders.ts";

/** What {@link isSender} takes, as it is stored. */
export const senderSchema = z
  .string()
  .trim()
  .toLowerCase()
  .refine(isSender, { message: "Must be an address, @domain or *", abort: true });
