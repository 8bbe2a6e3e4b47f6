import { z } from "zod/mini";

/** What is sent to the app; docs/capture.md. */
export const captureSchema = z.object({
  title: z.string(),
  text: z.string(),
  url: z.nullable(z.string()),
  boardId: z.nullable(z.string()),
  capturedAt: z.string(),
});
export type Capture = z.infer<typeof captureSchema>;

/** A line to know a capture by. */
export function nameOf({ title, text, url }: Capture): string {
  const line =
    title.trim() ||
    text
      .replace(/^[>\s]+/u, "")
      .split("\n", 1)[0]
      ?.trim();
  return line || (url ?? "");
}
