import { type KeyboardEvent, useEffect, useState } from "react";

/** The arrow keys of a field over its list: which entry is meant, and what a key press does to that. */
export function useListKeys(count: number, onOpen: (index: number) => void, restartOn: string) {
  const [active, setActive] = useState(0);
  useEffect(() => setActive(0), [restartOn]);
  const index = Math.min(active, count - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || count === 0) return;
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
