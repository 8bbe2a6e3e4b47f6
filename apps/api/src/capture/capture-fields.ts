import { boardIdSchema } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { typedInstantSchema } from "@kanban/domain/moment";
import { z } from "zod";

const text = z
  .string()
  .refine((value) => Buffer.byteLength(value) <= limits.capturedBytes, `At most ${limits.capturedBytes} bytes`);

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

/** What a capture says, as JSON or as the fields of a form. */
export const captureFields = z.strictObject({
  title: text.nullish(),
  text: text.nullish(),
  url: z
    .string()
    .trim()
    .max(limits.capturedUrl)
    .refine(isWebAddress, "Must be an http:// or https:// address")
    .nullish(),
  /** Without it: the token's board, else the one its person captures into. */
  boardId: boardIdSchema.nullish(),
  source: z.enum(["api", "extension", "share"]).default("api"),
  capturedAt: typedInstantSchema.nullish(),
});
export type CaptureFields = z.output<typeof captureFields>;
