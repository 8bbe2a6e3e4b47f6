import type { ColumnId, SavedViewId, TaskId } from "@kanban/domain/ids";
import { createStore, useStore } from "../store/create-store.ts";
import type { ShortcutId } from "./shortcuts.ts";

/** How a command was called: by which keys, or from the palette with what it asked for there. */
export type CommandCall = {
  keys: string;
  move?: { taskIds: readonly TaskId[]; columnId: ColumnId };
  view?: SavedViewId;
};
/** What a command does; answers `false` when it had nothing to act on, so that the browser keeps the key. */
export type ShortcutHandler = (call: CommandCall) => void | false;
export type ShortcutHandlers = Partial<Record<ShortcutId, ShortcutHandler | undefined>>;

/** Who listens: a screen, or the task open over it, which has the keys to itself. */
export type CommandLayer = "screen" | "task";

type Registration = { layer: CommandLayer; handlers: () => ShortcutHandlers };

const registrations = new Set<Registration>();
const mounted = createStore({ turn: 0 });
const tell = () => mounted.set(({ turn }) => ({ turn: turn + 1 }));

/** Makes commands available until the answer is called. */
export function mountCommands(registration: Registration): () => void {
  registrations.add(registration);
  tell();
  return () => {
    registrations.delete(registration);
    tell();
  };
}

/** Draws anew when something comes or goes that carries out commands, such as a task that is being opened. */
export function useMountedCommands(): void {
  useStore(mounted, ({ turn }) => turn);
}

/** What a command does on a layer at this moment, the newest screen first; empty while nothing mounted can do it. */
export function handlersOf(id: ShortcutId, layer: CommandLayer): ShortcutHandler[] {
  return [...registrations]
    .filter((registration) => registration.layer === layer)
    .flatMap((registration) => registration.handlers()[id] ?? [])
    .toReversed();
}
