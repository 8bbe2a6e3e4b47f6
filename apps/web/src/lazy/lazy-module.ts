import { preloadLater } from "./preload.ts";

/** A module whose script is fetched apart from the page's: while the browser is idle, or when it is first needed. */
export type LazyModule<Module> = {
  /** The module, when it is there. */
  loaded(): Module | null;
  /** Fetches it, once; a failed try (no network) may be repeated. */
  load(): Promise<Module>;
  subscribe(listener: () => void): () => void;
};

/**
 * Names a part of the app that its first picture does without:
 * `const sheet = lazyModule(() => import("./dialog-sheet.tsx"))`. Read it with `useLazyModule`, or use `lazyPart` for a
 * single component. It is fetched by itself soon after a screen has been drawn.
 */
export function lazyModule<Module>(
  fetchModule: () => Promise<Module>,
  { isFirst = false }: { isFirst?: boolean } = {},
): LazyModule<Module> {
  let module: Module | null = null;
  let loading: Promise<Module> | null = null;
  const listeners = new Set<() => void>();

  const load = () => {
    loading ??= fetchModule().then(
      (fetched) => {
        module = fetched;
        for (const listener of listeners) listener();
        return fetched;
      },
      (error: unknown) => {
        loading = null;
        throw error;
      },
    );
    return loading;
  };

  preloadLater(load, isFirst);
  return {
    loaded: () => module,
    load,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
