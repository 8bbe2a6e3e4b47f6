import { type RawMessage, typeOf } from "./message-splitter.ts";

/** What a client says after it has been let in, as far as the wire has to understand it. */
export type FrontendMessage =
  | { kind: "query"; text: string }
  | { kind: "parse"; statement: string; text: string }
  | { kind: "bind"; portal: string; statement: string }
  | { kind: "execute"; portal: string }
  /** Ends a round trip. */
  | { kind: "sync" }
  /** Asks for the answers so far, without ending the round trip. */
  | { kind: "flush" }
  /** Belongs to a round trip, and says nothing the wire must know. */
  | { kind: "part" }
  /** A password, a row being copied, farewell: never waits for a Sync. */
  | { kind: "aside" };

export function readFrontendMessage(message: RawMessage): FrontendMessage {
  switch (typeOf(message)) {
    // A function call is a query without text: its own round trip.
    case "F":
      return { kind: "query", text: "" };
    case "Q":
      return { kind: "query", text: readText(message, 5).text };
    case "P": {
      const { text: statement, end } = readText(message, 5);
      return { kind: "parse", statement, text: readText(message, end).text };
    }
    case "B": {
      const { text: portal, end } = readText(message, 5);
      return { kind: "bind", portal, statement: readText(message, end).text };
    }
    case "E":
      return { kind: "execute", portal: readText(message, 5).text };
    case "S":
      return { kind: "sync" };
    case "H":
      return { kind: "flush" };
    // Describe and Close.
    case "D":
    case "C":
      return { kind: "part" };
    default:
      return { kind: "aside" };
  }
}

/** Text up to its zero byte; `end` is behind that. */
function readText(message: RawMessage, start: number): { text: string; end: number } {
  const zero = message.indexOf(0, start);
  return { text: message.toString("utf8", start, zero), end: zero + 1 };
}
