import type { BoardId } from "@kanban/domain/ids";
import { expect, test } from "vitest";
import { connectionOf, problemsOf, sortingOf, valuesOf } from "./mail-form-values.ts";
import { mailboxWords, stateOf } from "./mailbox-words.ts";
import type { ShownMailbox } from "./use-mail.ts";

const board = "b" as BoardId;
const mailbox = {
  ...{ id: "m", kind: "imap", name: "Private", host: "imap.example.com", port: 143, tls: "starttls", userName: "ada" },
  ...{ folders: [{ path: "INBOX", boardId: null }], afterCapture: "move", moveTo: "Done", fromStart: true },
  ...{ boardId: board, addresses: [{ tag: "home", boardId: board }], senders: ["a@b.c", "@d.e"] },
  ...{ fault: null, reportedAt: null, lastMailAt: null, createdAt: "", changedAt: "" },
} as unknown as ShownMailbox;

test("a mailbox goes through the form as it was, its password untouched", () => {
  const values = valuesOf(mailbox);
  expect(sortingOf(values)).toEqual({
    ...{ name: "Private", boardId: board, addresses: mailbox.addresses, senders: ["a@b.c", "@d.e"] },
  });
  expect(connectionOf(values)).toEqual({
    ...{ host: "imap.example.com", port: 143, tls: "starttls", userName: "ada", folders: mailbox.folders },
    ...{ afterCapture: "move", moveTo: "Done", fromStart: true },
  });
  expect(connectionOf({ ...values, password: "x", afterCapture: "flag" })).toMatchObject({
    password: "x",
    moveTo: null,
  });
});

test("what is missing is said, and half a line is none", () => {
  const empty = valuesOf(null);
  const asNew = { isHook: false, isNew: true };
  expect(Object.keys(problemsOf(empty, asNew))).toEqual(["name", "host", "userName", "password"]);
  expect(Object.keys(problemsOf(empty, { ...asNew, isHook: true }))).toEqual(["name"]);
  expect(Object.keys(problemsOf({ ...valuesOf(mailbox), moveTo: " " }, { isHook: false, isNew: false }))).toEqual([
    "moveTo",
  ]);
  const strange = { ...valuesOf(mailbox), senders: "a@b.c, @d.e *\nnobody" };
  expect(problemsOf(strange, { isHook: true, isNew: false })).toEqual({
    senders: expect.stringContaining("“nobody”") as string,
  });
  const lines = {
    ...empty,
    addresses: [
      { text: "home", boardId: null },
      { text: " ", boardId: board },
    ],
    folders: [],
  };
  expect(sortingOf({ ...lines, senders: " a@b.c, \n@d.e;x@y.z " })).toMatchObject({
    addresses: [],
    senders: ["a@b.c", "@d.e", "x@y.z"],
  });
  expect(connectionOf(lines).folders).toEqual([{ path: "INBOX", boardId: null }]);
});

test("a mailbox says how it is", () => {
  const fault = { reason: "auth" as const, detail: "" };
  expect(stateOf(mailbox)).toBe("waiting");
  expect(stateOf({ ...mailbox, reportedAt: "2026-11-29T09:00:00Z" })).toBe("connected");
  expect(stateOf({ ...mailbox, reportedAt: "2026-11-29T09:00:00Z", fault })).toBe("failing");
  expect(stateOf({ ...mailbox, kind: "hook" })).toBe("hook");
  const now = new Date("2026-11-29T09:00:00Z");
  expect(mailboxWords(mailbox, now)).toEqual(["ada · imap.example.com", "no mail yet"]);
  expect(mailboxWords({ ...mailbox, lastMailAt: "2026-11-29T08:59:30Z" }, now)[1]).toBe("last mail just now");
  expect(mailboxWords({ ...mailbox, lastMailAt: "2026-11-29T06:00:00Z" }, now)[1]).toBe("last mail 3 h ago");
});
