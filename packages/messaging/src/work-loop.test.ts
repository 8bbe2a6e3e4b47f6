import { expect, test, vi } from "vitest";
import { backoffMs } from "./backoff.ts";
import { startWorkLoop, type WorkLoop } from "./work-loop.ts";

const noPause = 60_000;

test("runs until nothing is left, then waits to be woken", async () => {
  const answers = [3, 1, 0];
  let asked = 0;
  let emptied = () => {};
  const empty = () => new Promise<void>((resolve) => (emptied = resolve));
  const first = empty();
  const loop = startWorkLoop({
    everyMs: noPause,
    onError: () => {},
    step: async () => {
      const answer = answers[asked++] ?? 0;
      if (answer === 0) emptied();
      return answer;
    },
  });
  await first;
  expect(asked).toBe(3);
  await new Promise(setImmediate);
  const second = empty();
  loop.wake();
  await second;
  expect(asked).toBe(4);
  await loop.stop();
});

test("a wake-up during a step is not lost", async () => {
  let asked = 0;
  const loop = startWorkLoop({
    everyMs: noPause,
    onError: () => {},
    step: async () => {
      asked += 1;
      if (asked === 1) loop.wake();
      await new Promise(setImmediate);
      return 0;
    },
  });
  while (asked < 2) await new Promise(setImmediate);
  await loop.stop();
  expect(asked).toBe(2);
});

test("goes on after an error and forgets it when a step succeeds", async () => {
  const errors: unknown[] = [];
  let asked = 0;
  let recovered = () => {};
  const done = new Promise<void>((resolve) => (recovered = resolve));
  const seen: (string | null)[] = [];
  const loop: WorkLoop = startWorkLoop({
    everyMs: 1,
    onError: (error) => errors.push(error),
    step: async () => {
      asked += 1;
      // The first step starts before the loop has been handed out.
      if (asked > 1) seen.push(loop.lastError());
      if (asked === 2) throw new Error("down");
      if (asked === 4) recovered();
      return 0;
    },
  });
  await done;
  await loop.stop();
  expect(errors).toEqual([new Error("down")]);
  expect(seen.slice(0, 3)).toEqual([null, "down", null]);
});

test("however often it failed, it looks again within four seconds", async () => {
  vi.useFakeTimers();
  let asked = 0;
  const loop = startWorkLoop({
    onError: () => {},
    step: async () => {
      asked += 1;
      throw new Error("down");
    },
  });
  for (let round = 0; round < 20; round++) {
    const before = asked;
    await vi.advanceTimersByTimeAsync(4_000);
    expect(asked).toBeGreaterThan(before);
  }
  await loop.stop();
  vi.useRealTimers();
});

test("stop waits for the running step and starts no other", async () => {
  let finish = () => {};
  let asked = 0;
  const loop = startWorkLoop({
    onError: () => {},
    step: async () => {
      asked += 1;
      await new Promise<void>((resolve) => (finish = resolve));
      return 1;
    },
  });
  let stopped = false;
  const stopping = loop.stop().then(() => (stopped = true));
  await new Promise(setImmediate);
  expect(stopped).toBe(false);
  finish();
  await stopping;
  expect(asked).toBe(1);
});

test("pauses double up to ten seconds and never shrink to nothing", () => {
  const longest = Array.from({ length: 10 }, (_, failures) => backoffMs(failures, { random: () => 1 }));
  expect(longest).toEqual([200, 400, 800, 1_600, 3_200, 6_400, 10_000, 10_000, 10_000, 10_000]);
  expect(backoffMs(0, { random: () => 0 })).toBe(20);
});

/** A loop that has failed with `error` for `ms`, on a clock of its own. */
async function failingFor(ms: number, error: Error, isOwnFault = () => true) {
  vi.useFakeTimers();
  let isMended = false;
  const step = () => (isMended ? Promise.resolve(0) : Promise.reject(error));
  const loop = startWorkLoop({ step, onError: () => {}, isOwnFault });
  await vi.advanceTimersByTimeAsync(ms);
  const stop = () => {
    const stopped = loop.stop();
    vi.useRealTimers();
    return stopped;
  };
  return { loop, stop, mend: () => (isMended = true) };
}

test("a loop is stuck when it has failed for a minute, and no more once it moves", async () => {
  const { loop, stop, mend } = await failingFor(59_000, new Error("down"));
  expect(loop.isStuck()).toBe(false);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(loop.isStuck()).toBe(true);
  mend();
  await vi.advanceTimersByTimeAsync(11_000);
  expect([loop.isStuck(), loop.lastError()]).toEqual([false, null]);
  await stop();
});

test("a loop that waits for somebody else is not stuck, however long", async () => {
  const { loop, stop } = await failingFor(3_600_000, new Error("the other side is away"), () => false);
  expect([loop.isStuck(), loop.lastError()]).toEqual([false, "the other side is away"]);
  await stop();
});
