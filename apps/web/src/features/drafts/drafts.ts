import { ownerKey } from "../auth/owner-key.ts";

/** Text somebody began to write. `base` is the version of what it changes, where there is one. */
export type Draft = { text: string; at: number; base?: number };

const draftKey = "kanban.draft";
/** More unfinished texts than anybody returns to; beyond it the oldest go. */
const mostDrafts = 60;
/** What nobody came back to in a month is not missed. */
const oldestMs = 30 * 86_400_000;
const loadedAt = Date.now();
/** Drafts of a browser that lets nothing be stored, or no more: they live as long as the page. */
const inMemory = new Map<string, Draft>();
const listeners = new Set<() => void>();

/** Told after every change of a draft, in this page or in another tab, which writes the same text. */
export function onDrafts(listener: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    // Without a key all that was stored is gone.
    if (key === null || key.startsWith(draftKey)) listener();
  };
  listeners.add(listener);
  window.addEventListener("storage", onStorage);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", onStorage);
  };
}

function keyOf(place: string): string {
  return `${ownerKey(draftKey)}.${place}`;
}

function parse(stored: string | null): Draft | null {
  try {
    const draft: unknown = JSON.parse(stored ?? "null");
    const isDraft = typeof draft === "object" && draft !== null && "text" in draft && "at" in draft;
    return isDraft && typeof draft.text === "string" && typeof draft.at === "number" ? (draft as Draft) : null;
  } catch {
    return null;
  }
}

/** What the person of this page began to write in a place of this browser and has not sent off. */
export function readDraft(place: string): Draft | null {
  const key = keyOf(place);
  const draft = inMemory.get(key) ?? readStored(key);
  return draft && Date.now() - draft.at < oldestMs ? draft : null;
}

/** Keeps what is being written, with every key press: a crash gives no warning. Empty text forgets it. */
export function keepDraft(place: string, text: string, base?: number): void {
  const key = keyOf(place);
  const draft = { text, at: Date.now(), ...(base === undefined ? {} : { base }) };
  inMemory.delete(key);
  try {
    if (text === "" && base === undefined) localStorage.removeItem(key);
    else {
      if (localStorage.getItem(key) === null) dropOldest();
      localStorage.setItem(key, JSON.stringify(draft));
    }
  } catch {
    if (text !== "" || base !== undefined) inMemory.set(key, draft);
  }
  for (const listener of listeners) listener();
}

/** The text has been sent off or thrown away on purpose. */
export function dropDraft(place: string): void {
  keepDraft(place, "");
}

/** True for a draft from before this page was loaded: worth a word, because nobody remembers typing it just now. */
export function isFromEarlier(draft: Draft): boolean {
  return draft.at < loadedAt;
}

/** Forgets every draft in this browser: whoever signs out leaves no text behind. */
export function forgetDrafts(): void {
  inMemory.clear();
  try {
    for (const key of draftKeys()) localStorage.removeItem(key);
  } catch {
    // Nothing can be stored here, so nothing was.
  }
}

function readStored(key: string): Draft | null {
  try {
    return parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function draftKeys(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(draftKey));
}

function dropOldest(): void {
  const aged = draftKeys().map((key) => ({ key, at: parse(localStorage.getItem(key))?.at ?? 0 }));
  const newestFirst = aged.sort((a, b) => b.at - a.at);
  const stale = newestFirst.filter(({ at }, index) => index >= mostDrafts - 1 || Date.now() - at >= oldestMs);
  for (const { key } of stale) localStorage.removeItem(key);
}
