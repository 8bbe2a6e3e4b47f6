import { limits } from "@kanban/domain/limits";

/** A typed WIP limit: empty is none, and what is no whole number in range is `"wrong"`. */
export function readWipLimit(text: string): number | null | "wrong" {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  const limit = Number(trimmed);
  return Number.isInteger(limit) && limit >= 1 && limit <= limits.wipLimit ? limit : "wrong";
}
