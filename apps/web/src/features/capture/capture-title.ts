import { readCapture } from "@kanban/domain/capture/read-capture";
import { captureStrings } from "./capture.strings.ts";
import type { Capture } from "./queue/capture.ts";

/** What a capture will be called, as the server reads it. */
export function captureTitle({ text, fileNames }: Pick<Capture, "text" | "fileNames">): string {
  return readCapture({ text, fileNames })?.title ?? captureStrings.untitled;
}
