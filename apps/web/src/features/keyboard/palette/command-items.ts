import { keyboardStrings } from "../keyboard.strings.ts";
import type { CommandLayer } from "../mounted-commands.ts";
import { availableCommands, runCommand } from "../run-command.ts";
import type { Shortcut } from "../shortcuts.ts";
import type { PaletteItem } from "./palette-item.ts";
import { paletteStrings } from "./palette.strings.ts";
import type { Subject } from "./subject.ts";

const isAboutTask = ({ scope }: Shortcut) => scope === "card" || scope === "task";

/**
 * The commands that can be given now. Those for a task stand under its title and only while there is one; with a selection
 * they are those that act on all of it.
 */
export function commandItems(
  on: CommandLayer,
  subject: Subject | null,
  capsOf: (shortcut: Shortcut) => readonly (readonly string[])[],
): PaletteItem[] {
  return availableCommands(on).flatMap((shortcut) => {
    const { id, onlyKeys, page } = shortcut;
    const title = titleOf(shortcut, subject);
    if (onlyKeys || title === null || (on === "task" && id === "open")) return [];
    const group = subject && isAboutTask(shortcut) ? subject.title : paletteStrings.commands;
    const aliases = keyboardStrings.aliases[id];
    const run = () => void runCommand(id, on);
    return { key: `command:${id}`, title, aliases, caps: capsOf(shortcut), group, page, run };
  });
}

function titleOf(shortcut: Shortcut, subject: Subject | null): string | null {
  const title = keyboardStrings.labels[shortcut.id];
  if (!isAboutTask(shortcut)) return title;
  if (!subject?.isChosen) return subject && title;
  return paletteStrings.together[shortcut.id]?.(subject.tasks.length) ?? null;
}
