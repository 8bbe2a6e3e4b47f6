import { del, get, keys, set } from "idb-keyval";
import { limits } from "@kanban/domain/limits";
import { sharedStore } from "../../../sync/device-stores.ts";

/*
 * What other apps share to this one, from the moment the service worker gets it until its person captures it or lets it
 * go. It belongs to no account: it may come before anybody has signed in. It becomes nothing by itself, since any page
 * can send a form to this address.
 */

/** Something shared, as it came. Its id is that of the task it will be. */
export type SharedThing = {
  id: string;
  at: string;
  title: string;
  text: string;
  url: string;
  files: readonly File[];
};

/** More that nobody looked at is no sharing: the oldest goes. */
const mostKept = 20;
/** The bytes of one sharing: as much as an instance takes of one file. */
const mostBytes = limits.attachmentBytes;

/** Keeps one; rejects when it is too large or the device keeps nothing. */
export async function keepShared(thing: SharedThing): Promise<void> {
  const bytes = thing.files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > mostBytes || thing.files.length > limits.capturedFiles) throw new Error("More than a capture takes");
  await set(thing.id, thing, sharedStore());
  // Ids sort by time.
  for (const old of (await sharedIds()).slice(0, -mostKept)) await forgetShared(old);
}

/** The ids of what waits, oldest first. */
export async function sharedIds(): Promise<string[]> {
  return (await keys<string>(sharedStore())).sort();
}

export function readShared(id: string): Promise<SharedThing | undefined> {
  return get<SharedThing>(id, sharedStore());
}

export function forgetShared(id: string): Promise<void> {
  return del(id, sharedStore());
}
