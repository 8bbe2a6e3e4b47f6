import net from "node:net";
import { assertNever } from "@kanban/domain/assert-never";
import { type AnswerPiece, createAnswerScanner } from "./answer-scanner.ts";
import { type Conversation, type Request, type RoundTrip, startConversation } from "./conversation.ts";
import { failingQuery, fatalResponse, onlyFailure } from "./error-messages.ts";
import type { Effect } from "./fault.ts";
import type { Faults, Planned } from "./faults.ts";
import { inOrder } from "./in-order.ts";
import { createMessageSplitter, type RawMessage } from "./message-splitter.ts";
import { readStartupMessage } from "./startup-message.ts";

/** One client's connection and the one made for it to the server. */
export type Link = {
  cut(): void;
  /** From now on nothing passes and nobody is told. */
  swallow(): void;
};

export type LinkOptions = {
  server: { host: string; port: number };
  faults: Faults;
  /** Milliseconds by which each round trip is made longer. */
  latencyMs: () => number;
  /** Both sides are closed. */
  onEnd: () => void;
};

/** An answer the server owes. */
type Owed = {
  trip: RoundTrip;
  after: Planned<"after-send"> | null;
  /** Stands for a statement that was made to fail. */
  isFailure: boolean;
  /** What has come of it, where it must not pass before it is whole. */
  held: Buffer[];
};

/**
 * Passes what client (near) and server (far) say, following which round trips it makes. There is no back pressure: a
 * client that no longer reads asks for nothing more either, so what gathers here is one answer.
 */
export function openLink(near: net.Socket, { server, faults, latencyMs, onEnd }: LinkOptions): Link {
  let far: net.Socket | null = null;
  let conversation: Conversation | null = null;
  let isDead = false;
  let isServerLeftAlone = false;
  const owed: Owed[] = [];

  const cut = () => {
    near.destroy();
    far?.destroy();
  };

  const forward = (bytes: readonly RawMessage[], answer: Omit<Owed, "held"> | null) => {
    if (answer) owed.push({ ...answer, held: [] });
    far?.cork();
    for (const message of bytes) far?.write(message);
    far?.uncork();
  };

  const make = (effect: Effect, { pass, trip }: { pass: () => void; trip: RoundTrip }) => {
    if (effect === "pass") return pass();
    if (effect === "cut") return cut();
    if (effect === "swallow") return void (isDead = true);
    if (effect === "cut-client-only") {
      isServerLeftAlone = true;
      return void near.destroy();
    }
    if ("fatal" in effect) {
      near.end(fatalResponse(effect.fatal));
      return void far?.destroy();
    }
    if ("error" in effect) {
      return forward([failingQuery(effect.error, trip.statements)], { trip, after: null, isFailure: true });
    }
    assertNever(effect);
  };

  const send = inOrder(({ bytes, trip, dueAt }: Request & { dueAt: number }): Promise<void> | void => {
    // A client that is gone sends nothing: it left while its request was held here.
    if (isDead || near.destroyed) return;
    if (!trip) return forward(bytes, null);
    const { before, after } = faults.plan(trip);
    const pass = () => {
      if (!near.destroyed) forward(bytes, { trip, after, isFailure: false });
    };
    const wait = dueAt - performance.now();
    if (!before && wait <= 0) return pass();
    return pause(wait).then(() => (before ? before.fire((effect) => make(effect, { pass, trip })) : pass()));
  });

  const answer = inOrder(({ bytes, status }: AnswerPiece): Promise<void> | void => {
    if (isDead) return;
    const oldest = owed[0];
    const holding = oldest && (oldest.after || oldest.isFailure) ? oldest : null;
    if (holding) holding.held.push(bytes);
    else near.write(bytes);
    if (status === null) return;
    owed.shift();
    conversation?.answered(status);
    if (!holding) return;
    const { trip, after, held } = holding;
    const whole = Buffer.concat(held);
    if (after) return after.fire((effect) => make(effect, { pass: () => near.write(whole), trip }));
    for (const message of onlyFailure(whole)) near.write(message);
  });

  const connect = (first: RawMessage) => {
    far = net.connect({ ...server, noDelay: true });
    const scan = createAnswerScanner();
    far.on("data", (chunk) => {
      near.cork();
      for (const piece of scan(chunk)) answer(piece);
      near.uncork();
    });
    far.on("error", () => {});
    far.on("close", () => {
      // Nobody hears of it on the other side of a dead wire.
      if (!isDead) near.destroySoon();
      if (near.closed) onEnd();
    });
    far.write(first);
  };

  const start = (message: RawMessage): void => {
    const startup = readStartupMessage(message);
    switch (startup.kind) {
      case "unknown":
        return cut();
      case "encryption-request":
        // Answered here, for the wire could not read what follows a yes.
        return void near.write("N");
      case "cancel-request":
        return connect(message);
      case "startup": {
        const { applicationName } = startup;
        conversation = startConversation(applicationName);
        const trip: RoundTrip = { applicationName, kind: "startup", statements: [], earlier: () => [] };
        const { before } = faults.plan(trip);
        const pass = () => {
          owed.push({ trip, after: null, isFailure: false, held: [] });
          connect(message);
        };
        return before ? void before.fire((effect) => make(effect, { pass, trip })) : pass();
      }
      default:
        return assertNever(startup);
    }
  };

  const split = createMessageSplitter({
    isStarting: () => conversation === null,
    onMessage: (message) => {
      if (!conversation) return start(message);
      const request = conversation.hear(message);
      if (request) send({ ...request, dueAt: performance.now() + latencyMs() });
    },
  });
  near.on("data", (chunk) => isDead || split(chunk));
  near.on("error", () => {});
  near.on("close", () => {
    if (far && !isServerLeftAlone) far.destroySoon();
    if (!far || far.closed) onEnd();
  });

  return { cut, swallow: () => void (isDead = true) };
}

const pause = (ms: number) =>
  ms <= 0
    ? Promise.resolve()
    : new Promise<void>((resolve) => {
        setTimeout(resolve, ms);
      });
