import { limits } from "@kanban/domain/limits";
import { strings } from "../board.strings.ts";
import type { Line } from "./use-line.ts";

/** Why a line cannot become a task as it stands; `null` when it can, or when nothing is written yet. */
export function problemOf({ text, task }: Pick<Line, "text" | "task">): string | null {
  if (task.title.length > limits.title) return strings.add.tooLong(limits.title);
  if (task.title === "" && text.trim() !== "") return strings.add.onlyTokens;
  if (task.notes.length > limits.notes) return strings.add.notesTooLong(limits.notes);
  return null;
}

/** Says why the line cannot be added yet. */
export function LineProblem({ line }: { line: Line }) {
  const problem = problemOf(line);
  if (problem === null) return null;
  return (
    <p role="status" className="text-xs text-ink-2">
      {problem}
    </p>
  );
}
