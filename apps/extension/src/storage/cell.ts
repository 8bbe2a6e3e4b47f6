import type { z } from "zod/mini";

export type Cell<T> = {
  key: string;
  read(): Promise<T | null>;
  write(value: T): Promise<void>;
  remove(): Promise<void>;
};

/** One value of the browser's storage. What cannot be read, of another version say, counts as not there. */
export function cell<T>(
  key: string,
  schema: z.ZodMiniType<T>,
  area: () => chrome.storage.StorageArea = () => chrome.storage.local,
): Cell<T> {
  return {
    key,
    read: async () => schema.safeParse((await area().get(key))[key]).data ?? null,
    write: (value) => area().set({ [key]: value }),
    remove: () => area().remove(key),
  };
}
