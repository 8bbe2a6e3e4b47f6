import type { BoardScreen } from "./screen.tsx";

/** Says something to a screen reader; the newest sentence wins. */
export function announce({ store }: Pick<BoardScreen, "store">, text: string): void {
  store.set(({ announcement }) => ({ announcement: { text, turn: announcement.turn + 1 } }));
}
