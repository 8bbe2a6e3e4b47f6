import { type CommandCall, type CommandLayer, handlersOf } from "./mounted-commands.ts";
import { type Shortcut, shortcutOf, type ShortcutId, shortcuts } from "./shortcuts.ts";

/** The layer whose handlers a command uses while `layer` has the keys; `null` when it does not act there. */
function layerOf({ scope }: Shortcut, layer: CommandLayer): CommandLayer | null {
  if (scope === "anywhere") return "screen";
  if (scope === "card" || scope === "hint") return layer;
  return (scope === "task") === (layer === "task") ? layer : null;
}

/** The commands that something mounted can carry out while `layer` has the keys. */
export function availableCommands(layer: CommandLayer): Shortcut[] {
  return shortcuts.filter((shortcut) => {
    const from = layerOf(shortcut, layer);
    return from !== null && handlersOf(shortcut.id, from).length > 0;
  });
}

/** Carries out a command; `false` when there was nothing to act on. */
export function runCommand(id: ShortcutId, layer: CommandLayer, call: CommandCall = { keys: "" }): boolean {
  const from = layerOf(shortcutOf(id), layer);
  return from !== null && handlersOf(id, from).some((handle) => handle(call) !== false);
}
