import type { BoardView } from "@kanban/domain/board-view";
import type { BoardId, MutationId } from "@kanban/domain/ids";
import type { Mutate } from "../asked-change.ts";
import type { confirmEvents } from "../confirm-events.ts";
import { createSyncEngine } from "../create-sync-engine.ts";
import type { LazyRules } from "../lazy-rules.ts";
import { mutationRules } from "../mutation-rules.ts";
import type { RefusedChange } from "../refusals.ts";
import { modelBoardId, modelUser } from "./model-board.ts";
import type { ModelDevice } from "./model-device.ts";
import type { ModelNetwork } from "./model-network.ts";
import type { VirtualTime } from "./virtual-time.ts";

export type ModelWorld = {
  time: VirtualTime;
  network: ModelNetwork;
  device: ModelDevice;
  /** There from the start, unless said otherwise. */
  rules?: LazyRules;
  confirm?: typeof confirmEvents;
};

/** One tab with the board open. `crash` ends it in the middle of whatever it does. */
export function openModelTab(world: ModelWorld, tabId: string) {
  const { time, network, device } = world;
  let isAlive = true;
  const life = { isAlive: () => isAlive };
  const cells = new Map<BoardId, BoardView>();
  const refused: RefusedChange[] = [];
  const told: MutationId[] = [];
  let lefts = 0;
  const sessions: (boolean | null)[] = [];
  const engine = createSyncEngine({
    tabId,
    lockName: "sender",
    transport: network.transport(life.isAlive),
    storage: device.storage(life),
    rules: world.rules ?? { loaded: () => mutationRules, fetch: () => undefined, subscribe: () => () => undefined },
    cells: {
      get: (boardId) => cells.get(boardId) ?? null,
      set: (boardId, view) => void (view ? cells.set(boardId, view) : cells.delete(boardId)),
    },
    channel: device.channel(life),
    locks: device.locks(life),
    timers: {
      ...time,
      // A dead tab's timers never fire.
      wait: (ms, signal) =>
        time.wait(ms, signal).then(() => (isAlive ? undefined : new Promise<never>(() => undefined))),
    },
    randomBytes: () => Uint8Array.from({ length: 10 }, () => Math.floor(time.random() * 256)),
    network,
    accounts: device.accounts(life, modelUser),
    async isSignedIn() {
      const isIn = await network.isSignedIn(life.isAlive);
      sessions.push(isIn);
      return isIn;
    },
    onRefused: (change) => refused.push(change),
    onQueued: (mutation) => told.push(mutation.input.mutationId),
    onLiveNews: () => undefined,
    onWiped: () => cells.clear(),
    onLeft: () => void (lefts += 1),
    ...(world.confirm ? { confirm: world.confirm } : {}),
  });
  const close = engine.openBoard(modelBoardId);
  engine.start();
  return {
    tabId,
    engine,
    refused,
    /** What the tab was told is on its way, as undo keeps it. */
    told,
    /** What the server said each time it was asked whether this user is signed in. */
    sessions,
    /** How often the page was told to begin anew. */
    lefts: () => lefts,
    state: () => engine.boardState(modelBoardId),
    mutate: ((name, input) => engine.mutate(modelBoardId, name, input)) as Mutate,
    close,
    isAlive: life.isAlive,
    crash() {
      isAlive = false;
      device.grant();
    },
  };
}

export type ModelTab = ReturnType<typeof openModelTab>;
