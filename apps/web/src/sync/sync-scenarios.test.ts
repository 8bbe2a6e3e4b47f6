import type { BoardId, ColumnId, MutationId, TaskId } from "@kanban/domain/ids";
import { tasksInColumn } from "@kanban/domain/board-view";
import type { Mutation } from "@kanban/domain/mutations";
import { expect, test } from "vitest";
import { modelBoardId, modelId, otherUser } from "./model/model-board.ts";
import { comparable, createModelRun } from "./model/model-run.ts";
import type { ModelServer } from "./model/model-server.ts";
import type { ModelTab } from "./model/model-tab.ts";

const column = (index: number) => modelId<ColumnId>(2, index);
const [inbox, next, doing] = [column(0), column(1), column(2)];
const task = (index: number) => modelId<TaskId>(4, index);
const kims = task(5_000);
const elsewhere = modelId<BoardId>(0, 1);

async function start(seed = 1) {
  const run = createModelRun(seed);
  const tab = run.openTab();
  await run.time.advance(500);
  return { ...run, tab };
}

function create(tab: ModelTab, index: number, columnId = inbox) {
  return tab.mutate("task.create", { taskId: task(index), columnId, title: `Task ${index}` });
}

function titles(tab: ModelTab, columnId = inbox): string[] {
  const { view } = tab.state();
  return view ? tasksInColumn(view, columnId).map(({ title }) => title) : [];
}

/** The other member of the board does something on another machine. */
function byOther(
  { server }: { server: ModelServer },
  step: number,
  asked: { create: ColumnId } | { move: TaskId; to: ColumnId },
) {
  const base = { boardId: modelBoardId, mutationId: modelId<MutationId>(3, 5_000 + step) };
  const mutation: Mutation =
    "create" in asked
      ? { name: "task.create", input: { ...base, taskId: kims, columnId: asked.create, title: "Kim's", source: "web" } }
      : { name: "task.move", input: { ...base, taskId: asked.move, toColumnId: asked.to } };
  expect(server.execute(mutation, otherUser).outcome).toBe("answered");
}

test("a change shows before it is stored or sent", async () => {
  const { tab, device, server } = await start();
  expect(create(tab, 1).refused).toBeNull();
  expect(titles(tab)).toEqual(["Task 1"]);
  expect(tab.engine.connection().queued).toBe(1);
  expect(device.pending()).toEqual([]);
  expect(server.executed()).toEqual([]);
});

test("a change the browser knows to be refused is answered with the reason and not queued", async () => {
  const { tab, time, device, server } = await start();
  for (const index of [1, 2, 3]) create(tab, index, doing);
  const { mutationId, refused } = create(tab, 4, doing);
  expect(refused).toMatchObject({ code: "WIP_LIMIT_REACHED", details: { wipLimit: 3 } });
  expect(tab.refused).toMatchObject([{ by: "browser", refusal: { code: "WIP_LIMIT_REACHED" } }]);
  expect(titles(tab, doing)).toHaveLength(3);
  await time.advance(10_000);
  expect(server.executed()).not.toContain(mutationId);
  expect(device.pending()).toEqual([]);
});

test("an input no operation takes is refused at once", async () => {
  const { tab } = await start();
  const { refused } = tab.mutate("task.create", { taskId: task(1), columnId: inbox, title: "  " });
  expect(refused?.code).toBe("NOT_ACCEPTED");
  expect(tab.engine.connection().queued).toBe(0);
});

test("a change the server refuses disappears, says why and can be tried again", async () => {
  const run = await start();
  const { tab, network, time, server } = run;
  for (const index of [1, 2]) create(tab, index, doing);
  await time.advance(2_000);
  network.setOnline(false);
  create(tab, 3, doing);
  expect(titles(tab, doing)).toHaveLength(3);
  byOther(run, 1, { create: doing });
  network.setOnline(true);
  await time.advance(30_000);
  expect(titles(tab, doing)).toEqual(["Task 1", "Task 2", "Kim's"]);
  expect(tab.refused).toMatchObject([{ by: "server", refusal: { code: "WIP_LIMIT_REACHED" } }]);
  byOther(run, 2, { move: kims, to: next });
  await time.advance(5_000);
  tab.refused[0]?.retry();
  await time.advance(5_000);
  expect(Object.keys(server.view().tasks)).toContain(task(3));
  expect(tab.refused).toHaveLength(1);
});

test("what was done offline survives the tab, shows at the next start and is sent in order", async () => {
  const { tab, network, time, server, openTab } = await start();
  create(tab, 1);
  await time.advance(5_000);
  network.setOnline(false);
  create(tab, 2);
  const moved = tab.mutate("task.move", { taskId: task(2), toColumnId: next });
  await time.advance(1_000);
  tab.crash();
  const reopened = openTab();
  await time.advance(100);
  expect(reopened.state().status).toBe("ready");
  expect(titles(reopened)).toEqual(["Task 1"]);
  expect(titles(reopened, next)).toEqual(["Task 2"]);
  expect(reopened.engine.connection()).toEqual({ state: "offline", queued: 2 });
  network.setOnline(true);
  await time.advance(30_000);
  expect(server.executed().at(-1)).toBe(moved.mutationId);
  expect(reopened.state().view?.tasks[task(2)]?.number).toBe(2);
  expect(reopened.engine.connection()).toEqual({ state: "live", queued: 0 });
});

test("a tab that crashes before its changes are sent has them sent by another tab", async () => {
  const { tab, network, time, server, openTab } = await start();
  const other = openTab();
  await time.advance(500);
  network.setOnline(false);
  const { mutationId } = create(tab, 1);
  await time.advance(100);
  tab.crash();
  network.setOnline(true);
  await time.advance(30_000);
  expect(server.executed()).toEqual([mutationId]);
  expect(titles(other)).toEqual(["Task 1"]);
});

test("a full disk loses nothing while a tab is open", async () => {
  const { tab, device, time, server } = await start();
  device.setFull(true);
  const { mutationId } = create(tab, 1);
  await time.advance(5_000);
  expect(server.executed()).toEqual([mutationId]);
});

test("a tab that finds a change on the disk whose end another tab has seen is told so", async () => {
  const { tab, device, network, time, openTab, take } = await start();
  network.setOnline(false);
  create(tab, 1);
  await time.advance(1_000);
  // Sent and answered, but not taken off the disk.
  device.setFull(true);
  network.setOnline(true);
  await time.advance(5_000);
  expect(tab.engine.connection()).toEqual({ state: "live", queued: 0 });
  expect(device.pending()).toHaveLength(1);
  // In a new epoch the board comes as a snapshot, and no event tells that the change is in it.
  await take({ kind: "restore", back: 0 });
  const second = openTab();
  await time.advance(2_000);
  expect(second.engine.connection()).toEqual({ state: "live", queued: 0 });
  expect(titles(second)).toEqual(["Task 1"]);
});

test("the connection is live only while the stream is open", async () => {
  const { tab, network, time } = await start();
  const { engine } = tab;
  expect(engine.connection().state).toBe("live");
  network.breakStreams();
  network.setTrouble(1);
  await time.advance(50);
  expect(engine.connection().state).toBe("reconnecting");
  network.setTrouble(0);
  await time.advance(60_000);
  expect(engine.connection().state).toBe("live");
  network.setOnline(false);
  expect(engine.connection().state).toBe("offline");
  network.setOnline(true);
  await time.advance(5_000);
  tab.close();
  expect(engine.connection().state).toBe("idle");
});

test("where the live stream never opens the board still moves, and does not call itself live", async () => {
  const run = await start();
  const { tab, network, time } = run;
  network.setStreamsHeld(true);
  byOther(run, 1, { create: inbox });
  await time.advance(60_000);
  expect(titles(tab)).toEqual(["Kim's"]);
  expect(tab.engine.connection().state).toBe("reconnecting");
  network.setStreamsHeld(false);
  await time.advance(60_000);
  expect(tab.engine.connection().state).toBe("live");
});

test("a board one is no member of any more is missing, and there again after an invitation", async () => {
  const { tab, server, time } = await start();
  server.setMember(false);
  await time.advance(5_000);
  expect(tab.state()).toMatchObject({ status: "missing", view: null });
  server.setMember(true);
  tab.engine.retryBoard(modelBoardId);
  await time.advance(5_000);
  expect(tab.state().status).toBe("ready");
});

test("an ended session pauses the queue and says so; nothing is lost when its user is back", async () => {
  const { tab, server, network, time } = await start();
  server.setSignedIn(false);
  const { mutationId } = create(tab, 1);
  network.breakStreams();
  await time.advance(10_000);
  expect(tab.state().status).toBe("signed-out");
  expect(tab.engine.connection().queued).toBe(1);
  server.setSignedIn(true);
  tab.engine.retryBoard(modelBoardId);
  await time.advance(10_000);
  expect(server.executed()).toEqual([mutationId]);
  expect(tab.state().status).toBe("ready");
  expect(tab.engine.connection()).toEqual({ state: "live", queued: 0 });
});

test("an end of the session is asked about in every tab, until the server could be asked", async () => {
  const { tab, server, network, time, openTab } = await start();
  const other = openTab();
  await time.advance(2_000);
  server.setSignedIn(false);
  create(tab, 1);
  while (tab.state().status !== "signed-out") await time.advance(1);
  network.setOnline(false);
  await time.advance(20_000);
  network.setOnline(true);
  await time.advance(20_000);
  expect(tab.sessions).toContain(null);
  for (const each of [tab, other]) {
    expect(each.state().status).toBe("signed-out");
    expect(each.sessions.at(-1)).toBe(false);
  }
});

test("where the session is there after all the tab goes on by itself", async () => {
  const { tab, server, network, time } = await start();
  network.setOnline(false);
  const { mutationId } = create(tab, 1);
  await time.advance(1_000);
  server.setSignedIn(false);
  network.setOnline(true);
  while (tab.state().status !== "signed-out") await time.advance(1);
  server.setSignedIn(true);
  await time.advance(30_000);
  expect(tab.sessions).toEqual([true]);
  expect(server.executed()).toEqual([mutationId]);
  expect(tab.state().status).toBe("ready");
  expect(tab.engine.connection()).toEqual({ state: "live", queued: 0 });
});

test("signing in again in another tab revives this one", async () => {
  const { tab, server, time, openTab } = await start();
  server.setSignedIn(false);
  create(tab, 1);
  await time.advance(10_000);
  expect(tab.state().status).toBe("signed-out");
  server.setSignedIn(true);
  openTab();
  await time.advance(10_000);
  expect(tab.state().status).toBe("ready");
  expect(tab.engine.connection()).toEqual({ state: "live", queued: 0 });
  expect(titles(tab)).toEqual(["Task 1"]);
});

test("a signed-out tab holds up none that is signed in again", async () => {
  const { tab, server, time, openTab } = await start();
  const other = openTab();
  await time.advance(2_000);
  server.setSignedIn(false);
  const first = create(tab, 1);
  await time.advance(10_000);
  expect([tab, other].map((each) => each.state().status)).toEqual(["signed-out", "signed-out"]);
  server.setSignedIn(true);
  other.engine.retryBoard(modelBoardId);
  const second = create(other, 2);
  await time.advance(10_000);
  expect(server.executed()).toEqual([first.mutationId, second.mutationId]);
  expect(other.engine.connection()).toEqual({ state: "live", queued: 0 });
});

test("once another account has signed in the tab leaves, and nothing is read or sent in that one's name", async () => {
  const run = await start();
  const { tab, network, device, time, server, openTab } = run;
  const other = openTab();
  await time.advance(5_000);
  const kept = device.boards();
  network.setOnline(false);
  create(tab, 1);
  await time.advance(1_000);
  device.accounts({ isAlive: () => true }, otherUser).announce();
  await time.advance(1);
  network.setOnline(true);
  byOther(run, 1, { create: inbox });
  for (const each of [tab, other]) {
    each.engine.retryBoard(modelBoardId);
    each.engine.openBoard(elsewhere);
    each.engine.start();
  }
  await time.advance(60_000);
  for (const each of [tab, other]) {
    expect(each.lefts()).toBe(1);
    expect(each.state().status).toBe("signed-out");
    expect(each.engine.boardState(elsewhere)).toMatchObject({ status: "signed-out", view: null });
    expect(titles(each)).toEqual(["Task 1"]);
  }
  expect(server.executed()).toHaveLength(1);
  expect(device.boards()).toEqual(kept);
  expect(device.pending()).toHaveLength(1);
});

test("what only a signed-out tab's memory holds is sent by the tab that has the turn by then", async () => {
  const { tab, device, server, time, openTab } = await start();
  device.setFull(true);
  server.setSignedIn(false);
  const { mutationId } = create(tab, 1);
  await time.advance(10_000);
  expect(tab.state().status).toBe("signed-out");
  server.setSignedIn(true);
  openTab();
  await time.advance(10_000);
  expect(server.executed()).toEqual([mutationId]);
  expect(tab.engine.connection()).toEqual({ state: "live", queued: 0 });
});

test("a tab that left when its session ended goes on when it is started again", async () => {
  const { tab, server, time } = await start();
  server.setSignedIn(false);
  const { mutationId } = create(tab, 1);
  await time.advance(10_000);
  tab.engine.stop();
  server.setSignedIn(true);
  tab.engine.start();
  await time.advance(10_000);
  expect(server.executed()).toEqual([mutationId]);
  expect(tab.state().status).toBe("ready");
});

test("typing on while somebody else moves the task is no conflict with oneself", async () => {
  const run = await start();
  const { tab, network, time, server } = run;
  create(tab, 1);
  await time.advance(5_000);
  tab.engine.openTask(modelBoardId, task(1));
  network.setOnline(false);
  const write = (notes: string) => {
    const { detail } = tab.engine.detailState(modelBoardId, task(1));
    return tab.mutate("task.update", { taskId: task(1), notes, notesBaseVersion: detail?.notesVersion });
  };
  write("One");
  write("One, two");
  byOther(run, 1, { move: task(1), to: next });
  byOther(run, 2, { move: task(1), to: inbox });
  network.setOnline(true);
  await time.advance(30_000);
  expect(tab.refused).toEqual([]);
  expect(server.view().details[task(1)]?.notes).toBe("One, two");
});

test("notes somebody else wrote meanwhile are not overwritten", async () => {
  const run = await start();
  const { tab, network, time, server } = run;
  create(tab, 1);
  await time.advance(5_000);
  network.setOnline(false);
  tab.mutate("task.update", { taskId: task(1), notes: "Mine", notesBaseVersion: 1 });
  const input = { boardId: modelBoardId, mutationId: modelId<MutationId>(3, 5_001), taskId: task(1), notes: "Kim's" };
  server.execute({ name: "task.update", input }, otherUser);
  network.setOnline(true);
  await time.advance(30_000);
  expect(tab.refused).toMatchObject([{ refusal: { code: "TEXT_CONFLICT", details: { notes: "Kim's" } } }]);
  expect(server.view().details[task(1)]?.notes).toBe("Kim's");
});

test("the panel of a task the server has not heard of opens at once, and keeps what is written there", async () => {
  const { tab, network, time, server } = await start();
  network.setOnline(false);
  create(tab, 1);
  tab.engine.openTask(modelBoardId, task(1));
  tab.mutate("checklistItem.create", { taskId: task(1), itemId: modelId(6, 1), text: "First" });
  const seen = () => tab.engine.detailState(modelBoardId, task(1));
  expect(seen()).toMatchObject({ status: "ready", detail: { checklist: [{ text: "First" }] } });
  network.setOnline(true);
  await time.advance(30_000);
  expect(seen().detail).toEqual(server.view().details[task(1)]);
});

test("what others do leaves the cards it does not touch as they are", async () => {
  const run = await start();
  const { tab, time } = run;
  create(tab, 1);
  await time.advance(5_000);
  const before = tab.state().view?.tasks[task(1)];
  byOther(run, 1, { create: inbox });
  await time.advance(5_000);
  expect(titles(tab)).toEqual(["Task 1", "Kim's"]);
  expect(tab.state().view?.tasks[task(1)]).toBe(before);
});

test("signing out leaves nothing behind, in this tab, on the disk and in other tabs", async () => {
  const { tab, network, device, time, openTab } = await start();
  const other = openTab();
  await time.advance(5_000);
  network.setOnline(false);
  create(tab, 1);
  await time.advance(1_000);
  await Promise.all([tab.engine.wipe(), time.advance(1_000)]);
  await time.advance(60_000);
  expect(device.pending()).toEqual([]);
  expect(device.boards()).toEqual([]);
  for (const each of [tab, other]) {
    expect(each.state()).toMatchObject({ status: "signed-out", view: null });
    expect(each.engine.connection().queued).toBe(0);
  }
  // The tab where it was done leaves by itself.
  expect([tab.lefts(), other.lefts()]).toEqual([0, 1]);
});

test("a disk that hangs keeps neither a board from showing, nor a change from being sent, nor a sign-out from ending", async () => {
  const { device, time, server, openTab, ...run } = await start();
  run.tab.crash();
  device.setStuck(true);
  const tab = openTab();
  await time.advance(10_000);
  expect(tab.state().status).toBe("ready");
  const { mutationId } = create(tab, 1);
  await time.advance(10_000);
  expect(server.executed()).toEqual([mutationId]);
  let isOut = false;
  void tab.engine.wipe().then(() => (isOut = true));
  await time.advance(15_000);
  expect(isOut).toBe(true);
});

test("two tabs show each other's changes while both are offline", async () => {
  const { tab, network, time, openTab, server } = await start();
  const other = openTab();
  await time.advance(1_000);
  network.setOnline(false);
  create(tab, 1);
  await time.advance(100);
  other.mutate("task.move", { taskId: task(1), toColumnId: next });
  await time.advance(100);
  expect(titles(tab, next)).toEqual(["Task 1"]);
  network.setOnline(true);
  await time.advance(30_000);
  for (const { view } of [tab.state(), other.state()])
    expect(comparable(view!, {})).toEqual(comparable(server.view(), {}));
});
