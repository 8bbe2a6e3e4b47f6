import { expect, test } from "vitest";
import { readFrontendMessage } from "./frontend-message.ts";
import { splitMessages } from "./message-splitter.ts";
import { recordedRequests } from "./testing/recorded-session.ts";

const read = (bytes: Buffer) => splitMessages(bytes).map(readFrontendMessage);

test("reads a simple query", () => {
  expect(read(recordedRequests[0]!)).toEqual([{ kind: "query", text: "LISTEN news" }]);
});

test("reads a statement that is prepared under a name and run", () => {
  expect(read(recordedRequests[2]!)).toEqual([
    { kind: "parse", statement: "one", text: "SELECT $1::int AS one" },
    { kind: "bind", portal: "", statement: "one" },
    { kind: "part" },
    { kind: "execute", portal: "" },
    { kind: "sync" },
  ]);
});

test("a farewell waits for nothing", () => {
  expect(read(recordedRequests.at(-1)!)).toEqual([{ kind: "aside" }]);
});
