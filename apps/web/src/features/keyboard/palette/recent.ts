import { ownerKey } from "../../auth/owner-key.ts";

/** As many as are worth remembering: what was used longer ago is quicker found by its name. */
const mostKept = 12;

const storageKey = () => ownerKey("kanban.palette-recent");

/** What the person of this page used last in the palette, the newest first. */
export function readRecent(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey()) ?? "[]");
    return Array.isArray(stored) ? stored.filter((key) => typeof key === "string") : [];
  } catch {
    return [];
  }
}

/** Remembers what was used, in this browser. */
export function keepRecent(key: string): void {
  const keys = [key, ...readRecent().filter((other) => other !== key)].slice(0, mostKept);
  try {
    localStorage.setItem(storageKey(), JSON.stringify(keys));
  } catch {
    // A full or forbidden storage only costs remembering.
  }
}

/** Forgets it. */
export function forgetRecent(): void {
  try {
    localStorage.removeItem(storageKey());
  } catch {
    // Forbidden storage holds nothing.
  }
}
