import { createStore, type UseStore } from "idb-keyval";
import type { UserId } from "@kanban/domain/ids";

/** A store of IndexedDB on this device, opened at first use and not at start. */
type DeviceStore = () => UseStore;

// One connection each, whoever asks: this page holds none that another has to wait for.
const opened = new Map<string, UseStore>();

function deviceStore(database: string, store: string): DeviceStore {
  return () => {
    const use = opened.get(database) ?? createStore(database, store);
    opened.set(database, use);
    return use;
  };
}

/** The changes of a user that wait until they are sent. */
export function outboxStore(userId: UserId): DeviceStore {
  return deviceStore(`kanban-outbox-${userId}`, "mutations");
}

/** The last confirmed state of the boards a user opened. */
export function boardsStore(userId: UserId): DeviceStore {
  return deviceStore(`kanban-boards-${userId}`, "boards");
}

/** Where files wait until they are sent; they go with everything else of a user. */
export function uploadsStore(userId: UserId): DeviceStore {
  return deviceStore(`kanban-uploads-${userId}`, "files");
}

/** Where captures wait until they are sent, and the files of one that is still being written. */
export function capturesStore(userId: UserId): DeviceStore {
  return deviceStore(`kanban-captures-${userId}`, "captures");
}

/** Where what other apps share waits for its person; nobody's until then, and gone with whoever signs out. */
export const sharedStore: DeviceStore = deviceStore("kanban-shared", "things");
