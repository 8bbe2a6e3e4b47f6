import type { ColumnId, TaskId } from "@kanban/domain/ids";
import { expect, test } from "vitest";
import { modelId } from "./model/model-board.ts";
import { createModelRun } from "./model/model-run.ts";
import { openModelTab } from "./model/model-tab.ts";
import { mutationRules } from "./mutation-rules.ts";

const inbox = modelId<ColumnId>(2, 0);

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
  const create = (index: number, title: string) =>
    tab.mutate("task.create", { taskId: modelId<TaskId>(4, index), columnId: inbox, title });
  const arrive = () => {
    isThere = true;
    for (const arrived of listeners) arrived();
  };
  return { ...run, tab, create, arrive, fetches: () => fetches };
}

test("what is asked for before the rules are there is carried out in order once they come", async () => {
  const { tab, create, arrive, fetches, server, time } = await startEarly();
  const first = create(1, " First ");
  const second = create(2, "Second");
  expect(fetches()).toBeGreaterThan(0);
  expect(tab.engine.connection().queued).toBe(2);
  arrive();
  const created = Object.values(tab.state().view?.tasks ?? {}).map(({ title }) => title);
  expect(created).toEqual(["First", "Second"]);
  await time.advance(10_000);
  expect(server.executed()).toEqual([first.mutationId, second.mutationId]);
});

test("a refusal that comes too late to be an answer is told", async () => {
  const { tab, create, arrive, server, time } = await startEarly();
  expect(create(1, "  ").refused).toBeNull();
  arrive();
  expect(tab.refused).toMatchObject([{ by: "server", refusal: { code: "NOT_ACCEPTED" } }]);
  expect(tab.engine.connection().queued).toBe(0);
  await time.advance(10_000);
  expect(server.executed()).toEqual([]);
});

test("changes of before that are still queued show once the rules are there", async () => {
  const { tab, arrive, network, time, device, ...run } = await startEarly();
  network.setOnline(false);
  const before = openModelTab({ ...run, network, time, device }, "before");
  await time.advance(500);
  before.mutate("task.create", { taskId: modelId<TaskId>(4, 9), columnId: inbox, title: "Queued" });
  await time.advance(500);
  const titles = () => Object.values(tab.state().view?.tasks ?? {}).map(({ title }) => title);
  expect(titles()).toEqual([]);
  arrive();
  expect(titles()).toEqual(["Queued"]);
});
