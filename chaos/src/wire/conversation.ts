import { assertNever } from "@kanban/domain/assert-never";
import type { TransactionStatus } from "./answer-scanner.ts";
import { readFrontendMessage } from "./frontend-message.ts";
import type { RawMessage } from "./message-splitter.ts";

/** What a client sends up to Sync or as one Query; the server answers it up to ReadyForQuery. */
export type RoundTrip = {
  applicationName: string;
  /** `startup` is the one in which the connection is made. */
  kind: "startup" | "statements";
  /** The texts it runs; more than one where a client sends several before its Sync. */
  statements: readonly string[];
  /** What ran before in the same transaction. */
  earlier(): readonly string[];
};

/** Bytes that may go to the server now. `trip` is null for what is no round trip of its own. */
export type Request = { bytes: readonly RawMessage[]; trip: RoundTrip | null };

/** What a wire remembers of one connection, to know which statement runs in which transaction. */
export type Conversation = {
  /** Takes a message of the client; answers a request once it is whole. */
  hear(message: RawMessage): Request | null;
  /** The server has answered the oldest request it owed an answer. */
  answered(status: TransactionStatus): void;
};

export function startConversation(applicationName: string): Conversation {
  const statements = new Map<string, string>();
  const portals = new Map<string, string>();
  let bytes: RawMessage[] = [];
  let running: string[] = [];
  /** Round trips since the last one after which no transaction was open; the last `unanswered` of them are under way. */
  let sinceIdle: (readonly string[])[] = [];
  // The one in which the connection is made.
  let unanswered = 1;

  const finish = (): Request => {
    const before = sinceIdle;
    const { length } = before;
    // Put together only when asked for: a transaction may be thousands of statements long.
    const earlier = () => before.slice(0, length).flat();
    const request: Request = { bytes, trip: { applicationName, kind: "statements", statements: running, earlier } };
    sinceIdle.push(running);
    unanswered++;
    bytes = [];
    running = [];
    return request;
  };

  return {
    hear: (raw) => {
      const message = readFrontendMessage(raw);
      if (message.kind === "aside") return { bytes: [raw], trip: null };
      bytes.push(raw);
      switch (message.kind) {
        case "query":
          running.push(message.text);
          return finish();
        case "parse":
          statements.set(message.statement, message.text);
          return null;
        case "bind":
          portals.set(message.portal, statements.get(message.statement) ?? "");
          return null;
        case "execute":
          running.push(portals.get(message.portal) ?? "");
          return null;
        case "sync":
          return finish();
        case "flush": {
          const request = { bytes, trip: null };
          bytes = [];
          return request;
        }
        case "part":
          return null;
        default:
          return assertNever(message);
      }
    },
    answered: (status) => {
      unanswered--;
      // What a pipelining client has sent meanwhile belongs to what comes next.
      if (status === "I") sinceIdle = unanswered > 0 ? sinceIdle.slice(-unanswered) : [];
    },
  };
}
