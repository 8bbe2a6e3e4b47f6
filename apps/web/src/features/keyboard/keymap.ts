import { type Shortcut, type ShortcutId, type ShortcutScope, shortcuts } from "./shortcuts.ts";
import { strokesOf } from "./key-press.ts";

export const presets = ["own", "trello"] as const;
export type Preset = (typeof presets)[number];

/** A person's keys: a preset, and what they changed in it. */
export type Keymap = { preset: Preset; changed: Partial<Record<ShortcutId, readonly string[]>> };

export const defaultKeymap: Keymap = { preset: "own", changed: {} };

/** True when a command's keys can be changed: not those a card listens to itself. */
export function canRebind({ caps }: Shortcut): boolean {
  return caps === undefined;
}

/** The keys of a command as long as nobody changes them. */
export function presetBindings({ bindings, trello }: Shortcut, preset: Preset): readonly string[] {
  return preset === "trello" ? (trello ?? bindings) : bindings;
}

/** The keys that call a command now. */
export function bindingsOf(shortcut: Shortcut, { preset, changed }: Keymap): readonly string[] {
  return (canRebind(shortcut) ? changed[shortcut.id] : undefined) ?? presetBindings(shortcut, preset);
}

// A card and an open task listen at once with the commands of both; the board does not under an open task.
const overlaps: Record<ShortcutScope, readonly ShortcutScope[]> = {
  anywhere: ["anywhere", "board", "card", "list", "deck", "task", "hint"],
  board: ["anywhere", "board", "card"],
  card: ["anywhere", "board", "card", "task", "hint"],
  list: ["anywhere", "list"],
  deck: ["anywhere", "deck", "hint"],
  task: ["anywhere", "card", "task", "hint"],
  hint: ["anywhere", "card", "deck", "task", "hint"],
};

/** True when one of two bindings would never get through beside the other: the same, or its beginning. */
export function clash(one: string, other: string): boolean {
  const [a, b] = [strokesOf(one), strokesOf(other)];
  return a.slice(0, b.length).every((stroke, index) => stroke === b[index]);
}

/** The other commands that listen to `binding` at the same time as `id`. */
export function conflictsOf(keymap: Keymap, id: ShortcutId, binding: string): Shortcut[] {
  const own = shortcuts.find((shortcut) => shortcut.id === id);
  const scope = own?.scope ?? "anywhere";
  return shortcuts.filter(
    (other) =>
      other.id !== id &&
      other.id !== own?.takesFrom &&
      other.takesFrom !== id &&
      overlaps[scope].includes(other.scope) &&
      bindingsOf(other, keymap).some((taken) => clash(taken, binding)),
  );
}

/** The keymap with `bindings` for one command; what a preset says anyway is not kept as a change. */
export function withBindings(keymap: Keymap, id: ShortcutId, bindings: readonly string[] | null): Keymap {
  const { [id]: _, ...others } = keymap.changed;
  const shortcut = shortcuts.find((each) => each.id === id);
  const usual = shortcut ? presetBindings(shortcut, keymap.preset) : [];
  const isUsual =
    bindings === null || (bindings.length === usual.length && bindings.every((key, at) => key === usual[at]));
  return { ...keymap, changed: isUsual ? others : { ...others, [id]: bindings } };
}

/** The keymap with `binding` as the only key of a command, taken away from those it clashes with. */
export function takeOver(keymap: Keymap, id: ShortcutId, binding: string): Keymap {
  const freed = conflictsOf(keymap, id, binding).reduce(
    (map, other) =>
      withBindings(
        map,
        other.id,
        bindingsOf(other, map).filter((taken) => !clash(taken, binding)),
      ),
    keymap,
  );
  return withBindings(freed, id, [binding]);
}
