import { expect, test } from "vitest";
import type { TransactionStatus } from "./answer-scanner.ts";
import { type Conversation, type Request, startConversation } from "./conversation.ts";
import { splitMessages } from "./message-splitter.ts";
import { recordedRequests } from "./testing/recorded-session.ts";

const [listen, begin, named, namedAgain, unnamed, notify, commit, farewell] = recordedRequests as [
  Buffer,
  Buffer,
  Buffer,
  Buffer,
  Buffer,
  Buffer,
  Buffer,
  Buffer,
];

function hear(conversation: Conversation, bytes: Buffer): Request[] {
  return splitMessages(bytes).flatMap((message) => conversation.hear(message) ?? []);
}

function begun(): Conversation {
  const conversation = startConversation("recorded");
  conversation.answered("I");
  return conversation;
}

/** What ran in each round trip and what had run before it in its transaction. */
function told(requests: readonly Request[]): { now: readonly string[]; earlier: readonly string[] }[] {
  return requests.flatMap(({ trip }) => (trip ? [{ now: trip.statements, earlier: trip.earlier() }] : []));
}

test("remembers a named statement's text and the transaction it runs in", () => {
  const conversation = begun();
  const say = (bytes: Buffer, status: TransactionStatus) => {
    const requests = hear(conversation, bytes);
    conversation.answered(status);
    return told(requests)[0];
  };
  const one = "SELECT $1::int AS one";
  expect(say(listen, "I")).toEqual({ now: ["LISTEN news"], earlier: [] });
  expect(say(begin, "T")).toEqual({ now: ["BEGIN"], earlier: [] });
  expect(say(named, "T")).toEqual({ now: [one], earlier: ["BEGIN"] });
  expect(say(namedAgain, "T")).toEqual({ now: [one], earlier: ["BEGIN", one] });
  expect(say(unnamed, "T")).toMatchObject({ now: ["SELECT $1::text"] });
  expect(say(notify, "T")).toMatchObject({ now: ["NOTIFY news, 'hello'"] });
  expect(say(commit, "I")).toMatchObject({
    now: ["COMMIT"],
    earlier: ["BEGIN", one, one, "SELECT $1::text", expect.anything()],
  });
  expect(say(begin, "T")).toEqual({ now: ["BEGIN"], earlier: [] });
});

test("a client that does not wait for answers is followed as well", () => {
  const conversation = begun();
  const first = told(hear(conversation, Buffer.concat([begin, unnamed, commit])));
  expect(first.at(-1)).toEqual({ now: ["COMMIT"], earlier: ["BEGIN", "SELECT $1::text"] });
  for (const status of ["T", "T", "I"] as const) conversation.answered(status);
  expect(told(hear(conversation, begin))).toEqual([{ now: ["BEGIN"], earlier: [] }]);
});

test("what follows a transaction whose end is not yet confirmed still counts as after it", () => {
  const conversation = begun();
  hear(conversation, Buffer.concat([begin, commit, begin, unnamed]));
  conversation.answered("T");
  conversation.answered("I");
  expect(told(hear(conversation, commit))).toEqual([{ now: ["COMMIT"], earlier: ["BEGIN", "SELECT $1::text"] }]);
});

test("nothing goes to the server before it is whole, but for what waits for no Sync", () => {
  const conversation = begun();
  const messages = splitMessages(named);
  const sync = messages.pop()!;
  expect(messages.map((message) => conversation.hear(message))).toEqual(messages.map(() => null));
  expect(conversation.hear(sync)?.bytes).toEqual([...messages, sync]);
  expect(hear(conversation, farewell)).toEqual([{ bytes: [farewell], trip: null }]);
});

test("a Flush sends what has been said so far, and the round trip goes on", () => {
  const conversation = begun();
  const [parse, bind, describe, execute, sync] = splitMessages(named) as [Buffer, Buffer, Buffer, Buffer, Buffer];
  const flush = Buffer.from([0x48, 0, 0, 0, 4]);
  for (const part of [parse, bind, describe, execute]) expect(conversation.hear(part)).toBeNull();
  expect(conversation.hear(flush)).toEqual({ bytes: [parse, bind, describe, execute, flush], trip: null });
  expect(conversation.hear(sync)).toMatchObject({ bytes: [sync], trip: { statements: ["SELECT $1::int AS one"] } });
});
