import type { BoardView } from "@kanban/domain/board-view";
import type { BoardId, MutationId, UserId } from "@kanban/domain/ids";
import type { DeviceStorage } from "../device-storage.ts";
import type { Locks } from "../locks.ts";
import type { PendingMutation } from "../pending.ts";
import type { TabChannel, TabMessage } from "../tab-channel.ts";
import type { VirtualTime } from "./virtual-time.ts";

type Life = { isAlive(): boolean };

/** One browser: the disk, the locks and the channel its tabs share. A dead tab writes, holds and hears nothing more. */
export function createModelDevice(time: VirtualTime) {
  const pending = new Map<MutationId, PendingMutation>();
  const boards = new Map<BoardId, BoardView>();
  const accounts = new Set<{ life: Life; hear: (userId: UserId) => void }>();
  const tabs = new Set<{ life: Life; listener: (message: TabMessage) => void }>();
  const queue: { life: Life; signal: AbortSignal; run: () => Promise<void> }[] = [];
  let holder: (typeof queue)[number] | null = null;
  let isFull = false;
  let isStuck = false;

  const reach = async () => {
    await time.wait(Math.floor(time.random() * 10));
    if (isStuck) await new Promise<never>(() => undefined);
  };

  const disk = async (life: Life, work: () => void) => {
    await reach();
    if (!life.isAlive()) return new Promise<never>(() => undefined);
    if (isFull) throw new Error("QuotaExceededError");
    work();
  };

  const grant = () => {
    if (holder && holder.life.isAlive() && !holder.signal.aborted) return;
    const next = queue.shift();
    holder = next ?? null;
    if (!next) return;
    if (!next.life.isAlive() || next.signal.aborted) return grant();
    void next.run();
  };

  return {
    pending: () => [...pending.values()],
    boards: () => [...boards.values()],
    setFull(value: boolean) {
      isFull = value;
    },
    /** Answers nothing any more, as the storage of a browser may do. */
    setStuck(value: boolean) {
      isStuck = value;
    },
    /** Gives the lock of a tab that is gone to the next one. */
    grant,
    storage: (life: Life): DeviceStorage => ({
      async loadPending() {
        await reach();
        return [...pending.values()];
      },
      putPending: (mutation) => disk(life, () => pending.set(mutation.mutation.input.mutationId, mutation)),
      removePending: (id) => disk(life, () => pending.delete(id)),
      async loadBoard(boardId) {
        await reach();
        return boards.get(boardId) ?? null;
      },
      saveBoard: (view) => disk(life, () => boards.set(view.board.id, view)),
      removeBoard: (boardId) => disk(life, () => boards.delete(boardId)),
      async clear() {
        if (isStuck) await reach();
        pending.clear();
        boards.clear();
      },
    }),
    channel(life: Life): TabChannel {
      let own: { life: Life; listener: (message: TabMessage) => void } | null = null;
      return {
        post(message) {
          if (!life.isAlive()) return;
          for (const tab of tabs) {
            if (tab === own) continue;
            void time.wait(1).then(() => tab.life.isAlive() && tab.listener(structuredClone(message)));
          }
        },
        listen(listener) {
          const tab = { life, listener };
          own = tab;
          tabs.add(tab);
          return () => tabs.delete(tab);
        },
      };
    },
    accounts(life: Life, userId: UserId) {
      let own: { life: Life; hear: (userId: UserId) => void } | null = null;
      return {
        announce() {
          for (const tab of accounts)
            if (tab !== own) void time.wait(1).then(() => tab.life.isAlive() && accounts.has(tab) && tab.hear(userId));
        },
        listen(onOther: () => void, onSame: () => void) {
          const tab = { life, hear: (signedIn: UserId) => (signedIn === userId ? onSame() : onOther()) };
          own = tab;
          accounts.add(tab);
          return () => void accounts.delete(tab);
        },
      };
    },
    locks: (life: Life): Locks => ({
      hold: (_name, signal, work) =>
        new Promise((resolve) => {
          const turn = {
            life,
            signal,
            run: () =>
              work().finally(() => {
                if (holder === turn) holder = null;
                resolve();
                grant();
              }),
          };
          queue.push(turn);
          grant();
        }),
    }),
  };
}

export type ModelDevice = ReturnType<typeof createModelDevice>;
