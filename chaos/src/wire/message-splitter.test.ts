import { expect, test } from "vitest";
import { createMessageSplitter, splitMessages, typeOf } from "./message-splitter.ts";
import { recordedRequests, recordedStartup } from "./testing/recorded-session.ts";

const session = Buffer.concat([recordedStartup, ...recordedRequests]);

/** Types of the messages found in `session`, the startup's as a dash, when it comes in pieces of `size` bytes. */
function typesIn(size: number): string {
  const found: Buffer[] = [];
  const push = createMessageSplitter({
    isStarting: () => found.length === 0,
    onMessage: (message) => found.push(message),
  });
  for (let start = 0; start < session.length; start += size) push(session.subarray(start, start + size));
  expect(Buffer.concat(found)).toEqual(session);
  return found.map((message, index) => (index === 0 ? "-" : typeOf(message))).join("");
}

test("finds the same messages however they are cut or joined", () => {
  const all = "-QQPBDESBDESPBDESQQX";
  for (let size = 1; size <= session.length; size++) expect(typesIn(size), `pieces of ${size}`).toBe(all);
});

test("hands out views of a chunk and not copies of it", () => {
  for (const message of splitMessages(recordedRequests[2]!)) {
    expect(message.buffer).toBe(recordedRequests[2]!.buffer);
  }
});

test("a length nobody may send ends in an empty message, not in a loop", () => {
  expect(splitMessages(Buffer.from([0x51, 0, 0, 0, 0]))).toHaveLength(1);
});
