import type { WaitingTask } from "@kanban/domain/lists/list-waiting";
import { expect, test } from "vitest";
import { nudgeLetter } from "./nudge-letter.ts";

const waiting = (who: string, title = "the quote") =>
  ({ who, task: { title, waitingFor: { who, since: "2026-11-20T10:00:00.000Z", followUpOn: null } } }) as WaitingTask;

test("a reminder greets whoever it waits for, and is a letter where there is an address", () => {
  expect(nudgeLetter(waiting("Bob")).mailto).toBeNull();
  expect(nudgeLetter(waiting("Bob")).text).toMatch(/^Hi Bob,\n[^]*“the quote”[^]*20/u);
  expect(nudgeLetter(waiting("")).text).toMatch(/^Hello,/u);
  const { mailto, name } = nudgeLetter(waiting("Ann <ann@example.com>", "tea & cake?"));
  expect(name).toBe("Ann");
  const letter = new URL(mailto!);
  expect(decodeURIComponent(letter.pathname)).toBe("ann@example.com");
  expect(letter.searchParams.get("subject")).toBe("Reminder: tea & cake?");
  expect(letter.searchParams.get("body")).toContain("Hi Ann,\r\n");
});
