import type { ColumnId, TaskId } from "@kanban/domain/ids";
import { expect, test } from "vitest";
import { modelId } from "./model/model-board.ts";
import { createModelRun } from "./model/model-run.ts";
import { openModelTab } from "./model/model-tab.ts";
import { mutationRules } from "./mutation-rules.ts";

const inbox = modelId<ColumnId>(2, 0);
const doing = modelId<ColumnId>(2, 2);

/** A tab whose rules come when the test says so. */
async function startEarly() {
  const run = createModelRun(1);
  let isThere = false;
  let fetches = 0;
  const listeners = new Set<() => void>();
  const tab = openModelTab(
    {
      ...run,
      rules: {
        loaded: () => (isThere ? mutationRules : null),
        fetch: () => void (fetches += 1),
        subscribe: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
    },
    "early",
  );
  await run.time.advance(500);
  const create = (index: number, title: string, columnId = inbox) =>
    tab.mutate("task.create", { taskId: modelId<TaskId>(4, index), columnId, title });
  const titles = () => Object.values(tab.state().view?.tasks ?? {}).map(({ title }) => title);
  const arrive = () => {
    isThere = true;
    for (const arrived of listeners) arrived();
  };
  return { ...run, tab, create, titles, arrive, fetches: () => fetches };
}

test("what is asked for before the rules are there is kept and sent at once, and shows when they come", async () => {
  const { tab, create, titles, arrive, fetches, network, device, server, time } = await startEarly();
  network.setOnline(false);
  const first = create(1, "First");
  const second = create(2, "Second");
  expect(fetches()).toBeGreaterThan(0);
  expect(tab.engine.connection().queued).toBe(2);
  await time.advance(500);
  expect(device.pending()).toHaveLength(2);
  expect(titles()).toEqual([]);
  arrive();
  expect(titles()).toEqual(["First", "Second"]);
  network.setOnline(true);
  await time.advance(30_000);
  expect(server.executed()).toEqual([first.mutationId, second.mutationId]);
});

test("what the rules would have refused is refused by the server", async () => {
  const { tab, create, arrive, server, time } = await startEarly();
  const asked = [1, 2, 3, 4].map((index) => create(index, `Task ${index}`, doing));
  expect(asked.map(({ refused }) => refused)).toEqual([null, null, null, null]);
  await time.advance(30_000);
  expect(tab.refused).toMatchObject([{ by: "server", refusal: { code: "WIP_LIMIT_REACHED" } }]);
  expect(server.executed()).toHaveLength(3);
  arrive();
  expect(tab.engine.connection().queued).toBe(0);
});

test("changes of before that are still queued show once the rules are there", async () => {
  const { titles, arrive, network, time, device, ...run } = await startEarly();
  network.setOnline(false);
  const before = openModelTab({ ...run, network, time, device }, "before");
  await time.advance(500);
  before.mutate("task.create", { taskId: modelId<TaskId>(4, 9), columnId: inbox, title: "Queued" });
  await time.advance(500);
  expect(titles()).toEqual([]);
  arrive();
  expect(titles()).toEqual(["Queued"]);
});
