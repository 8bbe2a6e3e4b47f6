import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { confirmEvents } from "./confirm-events.ts";
import { idOf } from "./pending.ts";
import { comparable, createModelRun, type ModelRun, type Step } from "./model/model-run.ts";

/* Random people, tabs and networks against a model server; the model of the browser is everything but the engine. */

const number = fc.nat({ max: 1_000 });
const dice = fc.tuple(number, number, number, number);
const steps = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.record({ kind: fc.constant("mutate" as const), tab: number, dice }) },
    { weight: 5, arbitrary: fc.record({ kind: fc.constant("other" as const), dice }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("upload" as const), which: fc.nat(50) }) },
    { weight: 8, arbitrary: fc.record({ kind: fc.constant("wait" as const), ms: fc.nat({ max: 8_000 }) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("online" as const), value: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("trouble" as const), value: fc.constantFrom(0, 0.3, 1) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("break-streams" as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("crash" as const), tab: number }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("open-tab" as const) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("open-task" as const), tab: number, which: number }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("disk" as const), isFull: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("member" as const), value: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("session" as const), value: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("broken" as const), value: fc.boolean() }) },
  ),
  { minLength: 5, maxLength: 60 },
);
const restore: fc.Arbitrary<Step> = fc.record({ kind: fc.constant("restore" as const), back: fc.nat({ max: 20 }) });

/** How many random runs; a long night takes more (`SYNC_RUNS=20000`). */
const numRuns = Number(process.env["SYNC_RUNS"] ?? 200);

async function play(
  seed: number,
  sequence: readonly Step[],
  options?: Parameters<typeof createModelRun>[1],
): Promise<ModelRun> {
  const run = createModelRun(seed, options);
  run.openTab();
  run.openTab();
  await run.time.advance(500);
  for (const step of sequence) await run.take(step);
  await run.settle();
  return run;
}

function expectEqualToServer(run: ModelRun): void {
  const truth = run.server.view();
  for (const tab of run.live()) {
    const { status, view } = tab.state();
    expect(status).toBe("ready");
    expect(comparable(view!, view!.details)).toEqual(comparable(truth, view!.details));
    expect(tab.engine.connection()).toEqual({ state: "live", queued: 0 });
  }
  expect(run.device.pending()).toEqual([]);
}

/** Everything asked for and not refused has happened exactly once; everything refused has left no trace and was told. */
function expectNothingLost(run: ModelRun): void {
  const executed = run.server.executed();
  expect(new Set(executed).size).toBe(executed.length);
  const logged = new Set(run.server.log().map((event) => event.mutationId));
  for (const { id, tab } of run.queued) {
    const isRefused = run.server.refused().has(id) && !executed.includes(id);
    if (isRefused) {
      expect(logged.has(id)).toBe(false);
      const told = run.tabs.flatMap((each) => each.refused).filter(({ mutation }) => idOf({ mutation }) === id);
      // Twice only when the tab that asked was slow to say that it had told its user.
      if (tab.isAlive()) expect(told.length).toBeGreaterThan(0);
    } else if (tab.isAlive() && !executed.includes(id)) {
      // A server that breaks on a change again and again is not asked for ever; that is told, too.
      const reasons = run.tabs.flatMap((each) => each.refused).filter(({ mutation }) => idOf({ mutation }) === id);
      expect(reasons.map(({ refusal }) => refusal.code)).toContain("NOT_ACCEPTED");
    }
  }
  for (const id of run.refusedAtOnce) expect(executed).not.toContain(id);
  // What is on its way can be undone, in the tab whose hand did it.
  for (const tab of run.tabs) expect(tab.told).toEqual(run.queued.filter((one) => one.tab === tab).map(({ id }) => id));
}

/** What one tab asked for happens in the order it was asked for. */
function expectFirstInFirstOut(run: ModelRun): void {
  for (const tab of run.tabs) {
    const asked = run.queued.filter((one) => one.tab === tab).map(({ id }) => id);
    const executed = run.server.executed().filter((id) => asked.includes(id));
    expect(executed).toEqual(asked.filter((id) => executed.includes(id)));
  }
}

describe("when everything is quiet again", () => {
  test("every tab shows what the server has, whatever the network did", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), steps, async (seed, sequence) => {
        const run = await play(seed, sequence);
        expectEqualToServer(run);
        expectNothingLost(run);
        expectFirstInFirstOut(run);
      }),
      { numRuns },
    );
  }, 120_000);

  test("also after the database was restored to an earlier moment", async () => {
    const withRestores = fc
      .tuple(steps, restore, steps)
      .map(([before, between, after]) => [...before, between, ...after]);
    await fc.assert(
      fc.asyncProperty(fc.nat(), withRestores, async (seed, sequence) => {
        expectEqualToServer(await play(seed, sequence));
      }),
      { numRuns: Math.ceil(numRuns / 3) },
    );
  }, 120_000);
});

describe("the proof above notices", () => {
  const planted = async (confirm: typeof confirmEvents) => {
    const details = await fc.check(
      fc.asyncProperty(fc.nat(), steps, async (seed, sequence) =>
        expectEqualToServer(await play(seed, sequence, { confirm })),
      ),
      // The same runs each time: whether a fault is found must not be luck.
      { numRuns: 400, seed: 20_261_122, endOnFailure: true },
    );
    return details.failed;
  };

  test("events applied without looking at their seq", async () => {
    const isCaught = await planted((view, events) => {
      let next = view;
      for (const event of events) next = confirmEvents({ ...next, seq: event.seq - 1 }, [event]).view;
      return { view: next, applied: [...events], hasGap: false };
    });
    expect(isCaught).toBe(true);
  }, 60_000);

  test("a gap in the events that is jumped over", async () => {
    const isCaught = await planted((view, events) => {
      const later = events.filter((event) => event.seq > view.seq);
      const from = later[0]?.seq ?? view.seq + 1;
      return { ...confirmEvents({ ...view, seq: from - 1 }, later), hasGap: false };
    });
    expect(isCaught).toBe(true);
  }, 60_000);
});
