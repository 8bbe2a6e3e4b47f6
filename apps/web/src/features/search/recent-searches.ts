import { ownerKey } from "../auth/owner-key.ts";
import { createStore, type Store, useStore } from "../store/create-store.ts";

/** As many as fit under the field without reading. */
const kept = 6;

const storageKey = () => ownerKey("kanban.recent-searches");

function read(): readonly string[] {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(storageKey()) ?? "[]");
    return Array.isArray(parsed) ? parsed.filter((query) => typeof query === "string").slice(0, kept) : [];
  } catch {
    return [];
  }
}

type Searches = { queries: readonly string[] };
let opened: Store<Searches> | null = null;

/** Read at first use: before, it is not known whose page this is. */
function store(): Store<Searches> {
  return (opened ??= createStore<Searches>({ queries: read() }));
}

function keep(queries: readonly string[]): void {
  store().set({ queries });
  try {
    if (queries.length > 0) localStorage.setItem(storageKey(), JSON.stringify(queries));
    else localStorage.removeItem(storageKey());
  } catch {
    // A full or forbidden storage only costs remembering.
  }
}

/** What was searched and led somewhere, the latest first. */
export function useRecentSearches(): readonly string[] {
  return useStore(store(), ({ queries }) => queries);
}

/** Takes note of a search that led to a task. */
export function noteSearch(query: string): void {
  const typed = query.trim();
  if (typed === "") return;
  const others = store()
    .get()
    .queries.filter((other) => other.toLowerCase() !== typed.toLowerCase());
  keep([typed, ...others].slice(0, kept));
}

/** Forgets what was searched in this browser. */
export function forgetSearches(): void {
  keep([]);
}
