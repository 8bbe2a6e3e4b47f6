import { commandLayer } from "./command-layer.ts";
import { isComposing } from "./is-composing.ts";
import { isTyping } from "./is-typing.ts";
import { chordsOf, isSingleKey } from "./key-press.ts";
import { bindingsOf } from "./keymap.ts";
import { currentKeymap } from "./keymap-store.ts";
import { type Binding, nothingBegun, pressKey } from "./match-keys.ts";
import { availableCommands, runCommand } from "./run-command.ts";
import { shortcutOf } from "./shortcuts.ts";
import { areSingleKeysOn } from "./single-keys.ts";

/** Carries out commands by their keys until the answer is called. Stands once in the frame. */
export function listenToKeys(): () => void {
  let begun = nothingBegun;
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isComposing(event)) return;
    const candidates = chordsOf(event);
    const layer = candidates.length > 0 ? commandLayer() : null;
    if (!layer) return;
    const keymap = currentKeymap();
    const isInField = isTyping(event.target);
    const bindings = availableCommands(layer)
      .filter(({ whileTyping }) => !isInField || whileTyping)
      .flatMap((shortcut) => bindingsOf(shortcut, keymap).map((binding): Binding => ({ id: shortcut.id, binding })))
      .filter(({ binding }) => (!isInField && areSingleKeysOn()) || !isSingleKey(binding.split(" ")[0] ?? ""));
    const answer = pressKey(begun, candidates, event.timeStamp, bindings);
    begun = answer.begun;
    for (const { id, binding } of answer.found) {
      if (event.repeat && !shortcutOf(id).repeats) continue;
      if (!runCommand(id, layer, { keys: binding })) continue;
      event.preventDefault();
      return;
    }
  };
  window.addEventListener("keydown", handleKeyDown);
  return () => window.removeEventListener("keydown", handleKeyDown);
}
