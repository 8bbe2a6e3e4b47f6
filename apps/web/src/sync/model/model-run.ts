import type { BoardView } from "@kanban/domain/board-view";
import type { MutationId, TaskId } from "@kanban/domain/ids";
import type { BoardEvent } from "@kanban/domain/board-event";
import type { confirmEvents } from "../confirm-events.ts";
import { modelBoardId, modelId, otherUser } from "./model-board.ts";
import { createModelDevice } from "./model-device.ts";
import { createModelNetwork } from "./model-network.ts";
import { createModelServer } from "./model-server.ts";
import { type ModelTab, openModelTab } from "./model-tab.ts";
import { type Dice, mutationFromDice } from "./random-mutation.ts";
import { createVirtualTime, seededRandom } from "./virtual-time.ts";

export type Step =
  | { kind: "mutate"; tab: number; dice: Dice }
  | { kind: "other"; dice: Dice }
  | { kind: "upload"; which: number }
  | { kind: "wait"; ms: number }
  | { kind: "online"; value: boolean }
  | { kind: "trouble"; value: number }
  | { kind: "break-streams" }
  | { kind: "crash"; tab: number }
  | { kind: "open-tab" }
  | { kind: "open-task"; tab: number; which: number }
  | { kind: "disk"; isFull: boolean }
  | { kind: "member"; value: boolean }
  | { kind: "session"; value: boolean }
  | { kind: "broken"; value: boolean }
  | { kind: "restore"; back: number };

export type Asked = { id: MutationId; tab: ModelTab };

/** A server, a network, one browser and its tabs, driven step by step. */
export function createModelRun(seed: number, options: { confirm?: typeof confirmEvents } = {}) {
  const random = seededRandom(seed);
  const time = createVirtualTime(random);
  const server = createModelServer(modelBoardId, time.now);
  const network = createModelNetwork(server, time);
  const device = createModelDevice(time);
  const world = { time, network, device, ...options };
  const tabs: ModelTab[] = [];
  const queued: Asked[] = [];
  const refusedAtOnce: MutationId[] = [];
  const history: { view: BoardView; log: BoardEvent[] }[] = [];
  let steps = 0;
  let hasRestored = false;

  const openTab = () => {
    const tab = openModelTab(world, `tab-${tabs.length}`);
    tabs.push(tab);
    return tab;
  };
  const live = () => tabs.filter((tab) => tab.isAlive());
  const pick = (index: number) => live()[index % Math.max(1, live().length)];

  const mutate = (tab: ModelTab, dice: Dice) => {
    const { view } = tab.state();
    if (!view) return;
    const { name, input } = mutationFromDice(view, dice, steps, modelId(3, steps));
    const { boardId: _board, mutationId: _mutation, ...asked } = input;
    const { mutationId, refused } = tab.mutate(name, asked);
    if (refused) refusedAtOnce.push(mutationId);
    else queued.push({ id: mutationId, tab });
  };

  const take = async (step: Step) => {
    steps += 1;
    history.push({ view: server.view(), log: server.log() });
    if (step.kind === "mutate") {
      const tab = pick(step.tab);
      if (tab) mutate(tab, step.dice);
    } else if (step.kind === "other") {
      server.execute(mutationFromDice(server.view(), step.dice, 5_000 + steps, modelId(3, 5_000 + steps)), otherUser);
    } else if (step.kind === "upload") {
      server.upload(step.which, modelId(9, 30_000 + steps), modelId(3, 5_000 + steps));
    } else if (step.kind === "wait") await time.advance(step.ms);
    else if (step.kind === "online") network.setOnline(step.value);
    else if (step.kind === "trouble") network.setTrouble(step.value);
    else if (step.kind === "break-streams") network.breakStreams();
    else if (step.kind === "crash") pick(step.tab)?.crash();
    else if (step.kind === "open-tab") {
      if (live().length < 3) openTab();
    } else if (step.kind === "open-task") {
      const taskIds = Object.keys(server.view().tasks) as TaskId[];
      const taskId = taskIds[step.which % Math.max(1, taskIds.length)];
      if (taskId) pick(step.tab)?.engine.openTask(modelBoardId, taskId);
    } else if (step.kind === "disk") device.setFull(step.isFull);
    else if (step.kind === "member") server.setMember(step.value);
    else if (step.kind === "session") server.setSignedIn(step.value);
    else if (step.kind === "broken") server.setBroken(step.value);
    else {
      hasRestored = true;
      const earlier = history.at(-1 - step.back) ?? history[0];
      if (earlier) server.restore(earlier);
    }
  };

  return {
    time,
    server,
    network,
    device,
    tabs,
    live,
    openTab,
    take,
    /** Asked for and put into the outbox, in order. */
    queued,
    refusedAtOnce,
    hasRestored: () => hasRestored,
    /** Everything works again, at least one tab is open, and nothing is left to happen. */
    async settle() {
      network.setTrouble(0);
      device.setFull(false);
      network.setOnline(true);
      server.setMember(true);
      server.setSignedIn(true);
      server.setBroken(false);
      if (live().length === 0) openTab();
      await time.advance(30_000);
      // What a person does who finds a board gone or is signed in again: they look once more.
      for (const tab of live()) if (tab.state().status !== "ready") tab.engine.retryBoard(modelBoardId);
      await time.advance(120_000);
    },
  };
}

export type ModelRun = ReturnType<typeof createModelRun>;

/** What must be equal in every tab and on the server: the board, and the bodies a tab has open. */
export function comparable(view: BoardView, openedIn: BoardView["details"]) {
  const { details, gone: _gone, history: _history, ...board } = view;
  const opened = Object.keys(openedIn).map((taskId) => [taskId, details[taskId as TaskId] ?? null]);
  return { ...board, details: Object.fromEntries(opened) as BoardView["details"] };
}
