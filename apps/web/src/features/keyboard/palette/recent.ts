import { session } from "../../auth/session.ts";

/** As many as are worth remembering: what was used longer ago is quicker found by its name. */
const mostKept = 12;

function storageKey(): string | null {
  const state = session.get();
  return state.status === "in" ? `kanban.palette-recent.${state.user.id}` : null;
}

/** What this person used last in the palette, the newest first. */
export function readRecent(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey() ?? "") ?? "[]");
    return Array.isArray(stored) ? stored.filter((key) => typeof key === "string") : [];
  } catch {
    return [];
  }
}

/** Remembers what was used, in this browser. */
export function keepRecent(key: string): void {
  const place = storageKey();
  try {
    if (place)
      localStorage.setItem(
        place,
        JSON.stringify([key, ...readRecent().filter((other) => other !== key)].slice(0, mostKept)),
      );
  } catch {
    // A full or forbidden storage only costs remembering.
  }
}

/** Forgets what whoever is signed in used. */
export function forgetRecent(): void {
  try {
    const place = storageKey();
    if (place) localStorage.removeItem(place);
  } catch {
    // Forbidden storage holds nothing.
  }
}
