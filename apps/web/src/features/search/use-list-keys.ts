import { type KeyboardEvent, useState } from "react";
import { isComposing } from "../keyboard/is-composing.ts";

/** The arrow keys of a field over its list: which entry is meant, and what a key press does to that. */
export function useListKeys(count: number, onOpen: (index: number) => void, restartOn: string) {
  const [meant, setMeant] = useState({ index: 0, of: restartOn });
  // Other words, another list: its first entry is the best.
  const index = meant.of === restartOn ? Math.min(meant.index, count - 1) : 0;
  const setActive = (next: number) => setMeant({ index: next, of: restartOn });
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || count === 0) return;
    const to = { ArrowDown: (index + 1) % count, ArrowUp: (index + count - 1) % count }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      setActive(to);
    } else if (event.key === "Enter") {
      event.preventDefault();
      onOpen(index);
    }
  };
  return { active: index, setActive, onKeyDown };
}
