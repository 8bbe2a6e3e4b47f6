import { expect, test } from "vitest";
import { alertLetter, type SetAside } from "./alert-letter.ts";

const event: SetAside = {
  ...{ kind: "event", side: "worker", id: "1", type: "task.moved" },
  at: "2026-03-02T09:05:07.000Z",
};

test("a letter says what, when and where to look", () => {
  const { subject, text } = alertLetter(
    [event, { ...event, kind: "job", type: "run-agents" }],
    "https://kanban.example",
  );
  expect(subject).toBe("Personal Kanban: 2 things were set aside");
  expect(text).toContain("- 2026-03-02 09:05 UTC, event to the worker: task.moved");
  expect(text).toContain("- 2026-03-02 09:05 UTC, job: run-agents");
  expect(text).toContain("https://kanban.example/operations");
});

test("of many, ten are named and the others counted", () => {
  const { text } = alertLetter(
    Array.from({ length: 25 }, () => event),
    "https://kanban.example",
  );
  expect(text.split("\n").filter((line) => line.startsWith("- "))).toHaveLength(11);
  expect(text).toContain("- and 15 more");
});

test("a type from the wire breaks no line and brings no link", () => {
  const hostile = { ...event, type: "x\r\nBcc: eve@example.com\n<a href='https://evil.example'>" };
  const { subject, text } = alertLetter([hostile], "https://kanban.example");
  expect(subject).not.toMatch(/[\r\n]/);
  expect(text).not.toMatch(/evil\.example'|<|^Bcc/m);
});
