import { limits } from "@kanban/domain/limits";

/** A key for a board's name: `HOME` for "Home", `MP` for "My plans"; `BOARD` when the name has no Latin letter. */
export function deriveBoardKey(name: string): string {
  const words =
    name
      .normalize("NFKD")
      .toUpperCase()
      .replace(/[^A-Z0-9\s_-]/g, "")
      .match(/[A-Z][A-Z0-9]*/g) ?? [];
  const [first, second] = words;
  if (!first) return "BOARD";
  return (second ? words.map((word) => word[0]).join("") : first).slice(0, limits.boardKey);
}
