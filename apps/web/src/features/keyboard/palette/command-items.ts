import type { TaskCard } from "@kanban/domain/entities";
import { keyboardStrings } from "../keyboard.strings.ts";
import type { CommandLayer } from "../mounted-commands.ts";
import { availableCommands, runCommand } from "../run-command.ts";
import type { Shortcut } from "../shortcuts.ts";
import type { PaletteItem } from "./palette-item.ts";
import { paletteStrings } from "./palette.strings.ts";

/** The commands that can be given now; those for a task stand under its title and only while there is one. */
export function commandItems(
  on: CommandLayer,
  task: TaskCard | null,
  capsOf: (shortcut: Shortcut) => readonly (readonly string[])[],
): PaletteItem[] {
  return availableCommands(on)
    .filter(
      ({ scope, id, onlyKeys }) =>
        !onlyKeys && (scope === "card" || scope === "task" ? task : true) && !(on === "task" && id === "open"),
    )
    .map((shortcut) => ({
      key: `command:${shortcut.id}`,
      title: keyboardStrings.labels[shortcut.id],
      aliases: keyboardStrings.aliases[shortcut.id],
      caps: capsOf(shortcut),
      group: task && (shortcut.scope === "card" || shortcut.scope === "task") ? task.title : paletteStrings.commands,
      page: shortcut.page,
      run: () => void runCommand(shortcut.id, on),
    }));
}
