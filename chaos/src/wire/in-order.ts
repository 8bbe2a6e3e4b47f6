/**
 * Handles items one at a time and in order: at once while `handle` answers nothing, and after the promise where it
 * answers one. `handle` must not reject.
 */
export function inOrder<Item>(handle: (item: Item) => Promise<void> | void): (item: Item) => void {
  const waiting: Item[] = [];
  let busy = false;
  const run = () => {
    while (!busy && waiting.length > 0) {
      const later = handle(waiting.shift()!);
      if (!later) continue;
      busy = true;
      void later.then(() => {
        busy = false;
        run();
      });
    }
  };
  return (item) => {
    waiting.push(item);
    run();
  };
}
