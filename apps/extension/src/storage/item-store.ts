import { type Item, itemSchema, type ItemStore } from "../queue/item.ts";

const prefix = "item:";

/** True for a change of storage that concerns the queue. */
export function isItemKey(key: string): boolean {
  return key.startsWith(prefix);
}

/** The queue in the browser's storage: a key for each item, so that two pages that write never lose one another's. */
export const itemStore: ItemStore = {
  list: async () => {
    const all = await chrome.storage.local.get(null);
    return Object.entries(all)
      .filter(([key]) => isItemKey(key))
      .map(([, value]) => itemSchema.safeParse(value).data)
      .filter((item): item is Item => item !== undefined)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  },
  put: (item) => chrome.storage.local.set({ [prefix + item.id]: item }),
  remove: (id) => chrome.storage.local.remove(prefix + id),
};
