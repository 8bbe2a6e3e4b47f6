import { del, get, set } from "idb-keyval";
import { useEffect } from "react";
import { limits } from "@kanban/domain/limits";
import { capturesStore } from "../../sync/device-stores.ts";
import { session } from "../auth/session.ts";
import { createStore, useStore } from "../store/create-store.ts";
import { asTheyAreHere } from "./as-they-are-here.ts";

export type DraftFile = { file: File | Blob; name: string };

/** Where what is typed into the capture dialog is kept. */
export const overlayPlace = "capture";

/** Where the form of something that was shared is kept. */
export const sharedPlace = (id: string): string => `${sharedPrefix}${id}`;
const sharedPrefix = "capture/shared/";

type Files = readonly DraftFile[];

const none: Files = [];
const store = createStore<{ by: Readonly<Record<string, Files | undefined>> }>({ by: {} });

/** The files that are to come with the thought this person is writing in a place; see {@link setDraftFiles}. */
export function useDraftFiles(place: string): Files {
  useEffect(() => void restore(place), [place]);
  return useStore(store, ({ by }) => by[keyOf(place)] ?? none);
}

/** Adds files as far as they fit; answers whether all did. */
export function addDraftFiles(place: string, files: Files): boolean {
  const all = [...(store.get().by[keyOf(place)] ?? none), ...files];
  setDraftFiles(place, all.slice(0, limits.capturedFiles));
  return all.length <= limits.capturedFiles;
}

/** Takes files out that were captured or are not meant; those that were added meanwhile stay. */
export function removeDraftFiles(place: string, gone: Files): void {
  const files = store.get().by[keyOf(place)] ?? none;
  setDraftFiles(
    place,
    files.filter((file) => !gone.includes(file)),
  );
}

/** They stay on the device until they are captured; what was shared is kept there already. */
export function setDraftFiles(place: string, files: Files): void {
  const key = keyOf(place);
  store.set(({ by }) => ({ by: { ...by, [key]: files } }));
  const kept = onDevice(place);
  if (!kept) return;
  unwritten += 1;
  restore(place)
    .then(() => {
      const { [key]: left = none } = store.get().by;
      return left.length > 0 ? set(kept.key, left, kept.use) : del(kept.key, kept.use);
    })
    .then(() => {
      unwritten -= 1;
      kept.tabs.postMessage("changed");
    })
    // A browser that stores nothing keeps them as long as the page.
    .catch(() => {});
}

/** What this page has not written to the disk must not be lost to what another tab has. */
let unwritten = 0;
const restored = new Map<string, Promise<void>>();
const channels = new Map<string, BroadcastChannel>();

/** Puts what stayed from before this page in front of what has come since, once; from then on follows other tabs. */
function restore(place: string): Promise<void> {
  const key = keyOf(place);
  const known = restored.get(key);
  if (known) return known;
  const restoring = (async () => {
    const kept = onDevice(place);
    const files = kept && (await get<Files>(kept.key, kept.use).catch(() => null));
    if (files?.length) store.set(({ by }) => ({ by: { ...by, [key]: [...files, ...(by[key] ?? none)] } }));
    kept?.tabs.addEventListener("message", () => {
      const follow = async () => {
        const found = await get<Files>(kept.key, kept.use);
        if (unwritten > 0) return;
        store.set(({ by }) => ({ by: { ...by, [key]: asTheyAreHere(by[key] ?? none, found ?? none) } }));
      };
      follow().catch(() => {});
    });
  })();
  restored.set(key, restoring);
  return restoring;
}

function keyOf(place: string): string {
  return `${session.owner() ?? "nobody"}/${place}`;
}

function onDevice(place: string) {
  const person = session.owner();
  if (!person || place.startsWith(sharedPrefix)) return null;
  const tabs = channels.get(person) ?? new BroadcastChannel(`kanban-draft-files-${person}`);
  channels.set(person, tabs);
  return { key: `draft-files/${place}`, use: capturesStore(person)(), tabs };
}
