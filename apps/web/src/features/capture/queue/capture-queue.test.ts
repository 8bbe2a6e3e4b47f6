import * as fc from "fast-check";
import type { AttachmentId, BoardId, MutationId, TaskId } from "@kanban/domain/ids";
import { expect, test } from "vitest";
import { createMutationIds } from "../../../sync/mutation-ids.ts";
import { createModelDevice } from "../../../sync/model/model-device.ts";
import { createVirtualTime, seededRandom } from "../../../sync/model/virtual-time.ts";
import type { Unavailable } from "../../../sync/transport.ts";
import type { Capture } from "./capture.ts";
import { type CaptureQueue, createCaptureQueue } from "./capture-queue.ts";
import type { CaptureOutcome } from "./capture-transport.ts";
import { createKeptInMemory, type KeptCaptures } from "./kept-captures.ts";

const boardId = "0193b3a0-0000-7000-8001-000000000001" as BoardId;
const away: Unavailable = { outcome: "unavailable", reason: "network", retryAfterMs: null, isDefect: false };
const text = (words: string, files: readonly string[] = []) => ({
  ...{ boardId: null, text: words, source: "web" as const },
  files: files.map((name) => ({ name, file: new Blob([name]) })),
});

/** One browser, its tabs, a network as bad as asked and a server that remembers what it has answered. */
function createRig(seed = 1) {
  const random = seededRandom(seed);
  const time = createVirtualTime(random);
  const device = createModelDevice(time);
  const disk = createKeptInMemory();
  const tasks: { id: string; text: string; files: AttachmentId[] }[] = [];
  const inputs = new Map<MutationId, string>();
  const refusing = new Map<string, CaptureOutcome>();
  const channels = new Set<() => void>();
  const wakes = new Set<() => void>();
  const rig = { trouble: 0, isOnline: true, isDiskFull: false, isFileRefused: false };
  const chance = (share: number) => random() < share * rig.trouble;
  const latency = () => time.wait(Math.floor(random() * (20 + 2_000 * rig.trouble)));

  const serve = (capture: Capture): CaptureOutcome => {
    const refused = refusing.get(capture.text);
    if (refused) return refused;
    const { id, boardId: asked, text: words, fileNames, capturedAt } = capture;
    const input = JSON.stringify([asked, words, fileNames, capturedAt]);
    const before = inputs.get(id);
    if (before !== undefined && before !== input)
      return { outcome: "refused", refusal: { code: "MUTATION_ID_REUSED", details: {} } };
    if (before === undefined) tasks.push({ id, text: words, files: [] });
    inputs.set(id, input);
    return { outcome: "captured", task: { boardId, taskId: id as string as TaskId } };
  };

  const openTab = () => {
    let isAlive = true;
    const never = () => new Promise<never>(() => undefined);
    const call = async <Outcome>(work: () => Outcome): Promise<Outcome | null> => {
      await latency();
      if (!rig.isOnline || chance(0.3)) return null;
      // What a tab that is gone had sent before may still arrive.
      if (!isAlive && random() < 0.5) return never();
      const outcome = work();
      if (chance(0.2)) work();
      await latency();
      if (!isAlive) return never();
      return !rig.isOnline || chance(0.3) ? null : outcome;
    };
    /** A step of the disk: a tab that dies in it has written or has not. */
    const step = async <Value>(work: () => Promise<Value>): Promise<Value> => {
      await time.wait(Math.floor(random() * 10));
      if (!isAlive) return never();
      const value = await work();
      await time.wait(Math.floor(random() * 10));
      return isAlive ? value : never();
    };
    const full = async () => Promise.reject(new Error("QuotaExceededError"));
    const kept: KeptCaptures = {
      keep: (captures, bytes) => step(() => (rig.isDiskFull ? full() : disk.keep(captures, bytes))),
      list: () => step(disk.list),
      bytesOf: (id) => step(() => disk.bytesOf(id)),
      change: (id, change) => step(() => disk.change(id, change)),
      clear: disk.clear,
    };
    const life = { isAlive: () => isAlive };
    const ids = createMutationIds(time.now, () => Uint8Array.from({ length: 10 }, () => random() * 256));
    const refused: string[] = [];
    let tell: (() => void) | null = null;
    const queue = createCaptureQueue({
      lockName: "captures",
      kept,
      transport: {
        send: async (capture) => (await call(() => serve(capture))) ?? away,
        sendFile: async ({ taskId }, { id }) => {
          const arrived = await call(() => {
            const task = tasks.find((each) => each.id === (taskId as string));
            if (rig.isFileRefused || !task) return "refused";
            if (!task.files.includes(id)) task.files.push(id);
            return "sent";
          });
          if (arrived === "sent") return { outcome: "sent" };
          if (!arrived) return { outcome: "failed", problem: { kind: "network" } };
          return { outcome: "failed", problem: { kind: "refused", code: "FILE_TOO_LARGE", details: {} } };
        },
      },
      locks: device.locks(life),
      timers: time,
      network: {
        isOnline: () => rig.isOnline,
        listen: (listener) => (wakes.add(listener), () => wakes.delete(listener)),
      },
      accounts: { listen: () => () => undefined },
      channel: {
        post: () => {
          for (const other of channels) if (isAlive && other !== tell) void time.wait(1).then(other);
        },
        listen: (listener) => {
          tell = () => isAlive && listener();
          channels.add(tell);
          return () => undefined;
        },
      },
      newMutationId: ids.next,
      newFileId: () => ids.next() as string as AttachmentId,
      onCaptured: () => undefined,
      onProblem: ({ text: words }) => refused.push(words),
      onSignedOut: () => refused.push("signed out"),
    });
    queue.start();
    const crash = () => {
      isAlive = false;
      device.grant();
    };
    return { queue, crash, refused };
  };

  return {
    ...{ time, disk, tasks, refusing, openTab, random },
    set: (fields: Partial<typeof rig>) => {
      Object.assign(rig, fields);
      for (const listener of wakes) listener();
    },
    texts: () => tasks.map(({ text: words }) => words),
  };
}

const waiting = ({ store }: CaptureQueue) => store.get().captures.map(({ text: words }) => words);

test("what is captured without a network waits on the disk, and goes in its order when it is back", async () => {
  const { time, disk, set, texts, openTab } = createRig();
  const { queue } = openTab();
  set({ isOnline: false });
  void queue.capture([text("one")]);
  void queue.capture([text("two"), text("three")]);
  await time.advance(60_000);
  expect([waiting(queue), texts()]).toEqual([["one", "two", "three"], []]);
  expect(await disk.list()).toHaveLength(3);
  set({ isOnline: true });
  await time.advance(1_000);
  expect([waiting(queue), texts()]).toEqual([[], ["one", "two", "three"]]);
  expect(await disk.list()).toEqual([]);
});

test("what is said of a capture is what became of it: there, waiting for the server, not taken, or nothing", async () => {
  const { time, set, refusing, openTab } = createRig();
  const tabs = [openTab(), openTab()];
  const told: string[] = [];
  const capture = (tab: number, words: string) =>
    tabs[tab]!.queue.capture([text(words)]).then(async ({ outcome }) => told.push(`${words} ${await outcome}`));
  refusing.set("no", { outcome: "refused", refusal: { code: "WIP_LIMIT_REACHED", details: {} } });
  void capture(0, "here");
  await time.advance(1_000);
  void capture(1, "there");
  await time.advance(1_000);
  void capture(1, "no");
  await time.advance(1_000);
  expect(told).toEqual(["here captured", "there captured", "no refused"]);
  // The network is there, the server is not.
  refusing.set("late", away);
  void capture(1, "late");
  await time.advance(1_000);
  void capture(0, "behind it");
  await time.advance(1_000);
  expect(told.slice(3)).toEqual(["late kept", "behind it kept"]);
  refusing.clear();
  await time.advance(600_000);
  set({ isOnline: false });
  void tabs[0]!.queue.capture([text("let go")]).then(async ({ outcome }) => {
    void tabs[0]!.queue.discard(tabs[0]!.queue.store.get().captures.at(-1)!.id);
    told.push(await outcome);
  });
  await time.advance(600_000);
  expect(told).toHaveLength(5);
});

test("files follow their task, each once, and nothing of them stays on the disk", async () => {
  const { time, disk, tasks, set, openTab } = createRig(2);
  const { queue } = openTab();
  set({ trouble: 0.6 });
  void queue.capture([text("roof", ["a.jpg", "b.jpg"]), text("bill", ["c.pdf"])]);
  await time.advance(600_000);
  expect(tasks.map(({ text: words, files }) => [words, files.length])).toEqual([
    ["roof", 2],
    ["bill", 1],
  ]);
  expect([await disk.list(), waiting(queue)]).toEqual([[], []]);
});

test("what the server refuses waits for its person, who tries again or lets it go, and holds up nobody", async () => {
  const { time, refusing, texts, openTab } = createRig();
  const { queue, refused } = openTab();
  refusing.set("no", { outcome: "refused", refusal: { code: "NO_INBOX", details: {} } });
  void queue.capture([text("no"), text("yes")]);
  await time.advance(1_000);
  expect([texts(), waiting(queue), refused]).toEqual([["yes"], ["no"], ["no"]]);
  expect(queue.store.get().captures[0]?.problem?.code).toBe("NO_INBOX");
  refusing.clear();
  void queue.retry(queue.store.get().captures[0]!.id);
  await time.advance(1_000);
  expect([texts(), waiting(queue)]).toEqual([["yes", "no"], []]);
});

test("a file that is refused can be let go, and what is let go can be taken back", async () => {
  const { time, disk, set, tasks, openTab } = createRig();
  const { queue } = openTab();
  set({ isFileRefused: true });
  void queue.capture([text("film", ["huge.mov"])]);
  await time.advance(1_000);
  expect(queue.store.get().captures[0]?.files[0]?.problem).toMatchObject({ code: "FILE_TOO_LARGE" });
  const taken = queue.discard(queue.store.get().captures[0]!.id);
  await time.advance(100);
  expect(await disk.list()).toEqual([]);
  set({ isFileRefused: false });
  void (await taken)();
  await time.advance(1_000);
  expect(tasks).toMatchObject([{ text: "film", files: [expect.any(String)] }]);
});

test("a device that can keep nothing sends all the same, and says what a reload would lose", async () => {
  const { time, set, texts, openTab } = createRig();
  const { queue } = openTab();
  const other = openTab();
  set({ isDiskFull: true, isOnline: false });
  void other.queue.capture([text("in memory", ["x"])]);
  await time.advance(1_000);
  expect([waiting(other.queue), other.queue.store.get().unkept.size, waiting(queue)]).toEqual([["in memory"], 1, []]);
  set({ isOnline: true });
  await time.advance(5_000);
  expect([texts(), waiting(other.queue)]).toEqual([["in memory"], []]);
});

test("a server that breaks on one capture takes the others", async () => {
  const { time, refusing, texts, openTab } = createRig();
  const { queue } = openTab();
  refusing.set("poison", { ...away, isDefect: true });
  void queue.capture([text("poison"), text("food")]);
  await time.advance(600_000);
  expect([texts(), waiting(queue)]).toEqual([["food"], ["poison"]]);
});

test("without a session everything waits and the person is asked to sign in", async () => {
  const { time, refusing, texts, openTab } = createRig();
  const { queue, refused } = openTab();
  refusing.set("later", { outcome: "signed-out" });
  void queue.capture([text("later")]);
  await time.advance(1_000);
  expect([refused, waiting(queue)]).toEqual([["signed out"], ["later"]]);
  refusing.clear();
  await time.advance(60_000);
  expect(texts()).toEqual(["later"]);
});

test("items are captures, in order, whatever the network drops and repeats and whichever tabs crash", async () => {
  const acts = fc.array(
    fc.record({
      act: fc.constantFrom("capture", "capture", "capture", "crash", "offline", "online"),
      tab: fc.nat(1),
      pauseMs: fc.nat(6_000),
      files: fc.nat(2),
    }),
    { maxLength: 25 },
  );
  await fc.assert(
    fc.asyncProperty(
      acts,
      fc.integer({ min: 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (steps, seed, trouble) => {
        const rig = createRig(seed);
        rig.set({ trouble });
        const tabs = [rig.openTab(), rig.openTab()];
        const safe: string[] = [];
        const asked: { words: string; tab: object; after: readonly string[] }[] = [];
        for (const [index, { act, tab, pauseMs, files }] of steps.entries()) {
          if (act === "capture") {
            const words = `${index}`;
            asked.push({ words, tab: tabs[tab]!, after: [...safe] });
            const names = Array.from({ length: files }, (_, at) => `${words}-${at}`);
            void tabs[tab]!.queue.capture([text(words, names)]).then(() => safe.push(words));
          } else if (act === "crash") {
            tabs[tab]!.crash();
            tabs[tab] = rig.openTab();
          } else rig.set({ isOnline: act === "online" });
          await rig.time.advance(pauseMs);
        }
        rig.set({ isOnline: true, trouble: 0 });
        await rig.time.advance(120_000);
        // What was said to be safe is there once; what a crash cut short in the act may be.
        const captured = rig.texts();
        expect(new Set(captured).size).toBe(captured.length);
        expect(captured).toEqual(expect.arrayContaining(safe));
        // One hand works in one tab at a time: what two tabs take in at the same moment has no order.
        const placeOf = ({ words }: { words: string }) => captured.indexOf(words);
        for (const [index, later] of asked.entries())
          for (const sooner of asked.slice(0, index)) {
            if (placeOf(sooner) < 0 || placeOf(later) < 0) continue;
            if (sooner.tab === later.tab || later.after.includes(sooner.words))
              expect(placeOf(sooner)).toBeLessThan(placeOf(later));
          }
        for (const { text: words, files } of rig.tasks) expect(files).toHaveLength(steps[Number(words)]!.files);
        expect(await rig.disk.list()).toEqual([]);
        for (const { queue } of tabs) expect(waiting(queue)).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});
