import { userIdSchema } from "@kanban/domain/ids";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { session } from "../auth/session.ts";
import { dropDraft, forgetDrafts, isFromEarlier, keepDraft, onDrafts, readDraft } from "./drafts.ts";

const person = (digit: number) => {
  const id = userIdSchema.parse(`0193b3a0-0000-7000-8001-00000000000${digit}`);
  return { id, name: "Ada", email: "ada@example.test" };
};

/** A browser's storage: a plain object whose keys are what is stored. */
function storageInMemory(): Storage {
  const methods = {
    getItem: (key: string) => (Object.hasOwn(stored, key) ? (stored[key] ?? null) : null),
    setItem: (key: string, value: string) => void (stored[key] = value),
    removeItem: (key: string) => void delete stored[key],
  };
  const stored = Object.create(methods) as Record<string, string>;
  return stored as unknown as Storage;
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-28T12:00:00Z") });
  vi.stubGlobal("localStorage", storageInMemory());
  session.signedIn(person(1));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a draft is kept in its place with its base, until it is dropped", () => {
  keepDraft("task/notes", "half a thou", 7);
  expect(readDraft("task/notes")).toMatchObject({ text: "half a thou", base: 7 });
  expect(readDraft("task/title")).toBeNull();
  dropDraft("task/notes");
  expect(readDraft("task/notes")).toBeNull();
});

test("what is being written stays when the session ends, and signing out takes it away", () => {
  keepDraft("capture", "secret");
  session.signedOut();
  expect(readDraft("capture")?.text).toBe("secret");
  keepDraft("capture", "secret plan");
  session.signedIn(person(1));
  expect(readDraft("capture")?.text).toBe("secret plan");
  forgetDrafts();
  expect(readDraft("capture")).toBeNull();
});

test("the oldest go when there are too many, and what is a month old is gone", () => {
  for (let index = 0; index < 61; index += 1) {
    keepDraft(`place ${index}`, "text");
    vi.advanceTimersByTime(1_000);
  }
  expect(readDraft("place 0")).toBeNull();
  expect(readDraft("place 1")?.text).toBe("text");
  vi.advanceTimersByTime(30 * 86_400_000);
  expect(readDraft("place 60")).toBeNull();
});

test("a broken or forbidden storage costs no more than the crash it would have survived", () => {
  keepDraft("capture", "x");
  expect(readDraft("capture")?.text).toBe("x");
  for (const key of Object.keys(localStorage)) if (key.includes("draft")) localStorage.setItem(key, "{oops");
  expect(readDraft("capture")).toBeNull();
  vi.stubGlobal("localStorage", undefined);
  keepDraft("capture", "in the page");
  expect(readDraft("capture")?.text).toBe("in the page");
  dropDraft("capture");
  expect(readDraft("capture")).toBeNull();
});

test("what another tab does to a draft is told, and nothing else it stores", () => {
  const tab = new EventTarget();
  vi.stubGlobal("window", tab);
  const listener = vi.fn();
  const stop = onDrafts(listener);
  const store = (key: string | null) => tab.dispatchEvent(Object.assign(new Event("storage"), { key }));
  keepDraft("capture", "x");
  const [key] = Object.keys(localStorage).filter((each) => each.includes("draft"));
  expect(listener).toHaveBeenCalledTimes(1);
  store(key ?? "");
  expect(listener).toHaveBeenCalledTimes(2);
  store("theme");
  expect(listener).toHaveBeenCalledTimes(2);
  store(null);
  expect(listener).toHaveBeenCalledTimes(3);
  stop();
  store(null);
  keepDraft("capture", "y");
  expect(listener).toHaveBeenCalledTimes(3);
});

test("only a draft from before the page was loaded is worth a word", () => {
  expect(isFromEarlier({ text: "x", at: 0 })).toBe(true);
  expect(isFromEarlier({ text: "x", at: Number.MAX_SAFE_INTEGER })).toBe(false);
});
