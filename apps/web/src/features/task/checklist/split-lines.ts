import { limits } from "@kanban/domain/limits";

// What people copy from: "- [ ] milk", "* milk", "2. milk", "☐ milk".
const marker = /^(?:[-*+•–]\s+)?(?:\[(?<tick>[ xX]?)\]\s*|[☐☑✓]\s*)?(?:\d{1,3}[.)]\s+)?/u;

/** Pasted text as checklist items: one per line that says something, list marks taken off, ticked ones ticked. */
export function splitLines(text: string): { text: string; isDone: boolean }[] {
  return text
    .split(/\r\n|[\r\n\u2028\u2029]/u)
    .map((line) => line.replaceAll("\0", "").trim())
    .map((line) => {
      const found = marker.exec(line);
      const isDone = found?.groups?.["tick"]?.toLowerCase() === "x" || /^[☑✓]/u.test(line);
      return {
        text: line
          .slice(found?.[0].length ?? 0)
          .trim()
          .slice(0, limits.checklistText),
        isDone,
      };
    })
    .filter((item) => item.text !== "");
}
