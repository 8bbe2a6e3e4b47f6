import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { listen } from "./listen.ts";

/** An EventSource by hand. */
class FakeSource extends EventTarget {
  static last: FakeSource;
  isClosed = false;
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    FakeSource.last = this;
  }
  close() {
    this.isClosed = true;
  }
  say(type: string, data?: unknown, lastEventId = "") {
    this.dispatchEvent(Object.assign(new Event(type), { data: JSON.stringify(data), lastEventId }));
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", FakeSource);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function start() {
  const heard: unknown[] = [];
  const close = listen(
    "sync.stream",
    { boards: [] },
    {
      onOpen: () => heard.push("open"),
      onMessage: (message) => heard.push(message),
      onEnd: () => heard.push("end"),
    },
  );
  return { heard, close, source: FakeSource.last };
}

test("messages come with the id a new connection would go on from", () => {
  const { heard, source } = start();
  source.say("connected", {});
  source.say("message", { kind: "gone" }, "7");
  expect(heard).toEqual(["open", { id: "7", data: { kind: "gone" } }]);
});

test("a stream ends once, and an EventSource never connects anew by itself", () => {
  for (const type of ["error", "return", "serialized-error"]) {
    const { heard, source } = start();
    source.say(type, {});
    source.say("error");
    expect(heard).toEqual(["end"]);
    expect(source.isClosed).toBe(true);
  }
});

test("a connection that says nothing for longer than the server promised is over; a ping is enough", () => {
  const { heard, source } = start();
  source.say("connected", { reconnectAfterInactivityMs: 40_000 });
  vi.advanceTimersByTime(39_000);
  source.say("ping");
  vi.advanceTimersByTime(39_000);
  expect(heard).toEqual(["open"]);
  vi.advanceTimersByTime(2_000);
  expect(heard).toEqual(["open", "end"]);
});

test("who ends it hears nothing more", () => {
  const { heard, source, close } = start();
  source.say("connected", { reconnectAfterInactivityMs: 1_000 });
  close();
  source.say("error");
  vi.advanceTimersByTime(5_000);
  expect(heard).toEqual(["open"]);
});
