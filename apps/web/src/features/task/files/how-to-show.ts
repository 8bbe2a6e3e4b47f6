import type { Attachment } from "@kanban/domain/entities";
import { hasPreview } from "@kanban/domain/file-type";

/** Text beyond this is for an editor, not for a look. */
const shownText = 2_000_000;

/** How a file is looked at: over the task, in a tab of its own, or only after saving it. */
export function howToShow({ type, size, preview }: Pick<Attachment, "type" | "size" | "preview">) {
  if (hasPreview(type) && preview !== "failed") return "image";
  if (type === "text/plain" && size <= shownText) return "text";
  return type === "application/pdf" ? "tab" : "save";
}
