import { createStore, useStore } from "../../store/create-store.ts";

type Pressed = Readonly<Record<string, { opens: boolean } | undefined>>;

const pressed = createStore<{ by: Pressed }>({ by: {} });

/** Enter was pressed in a field whose script, or whose reader of dates, is still on its way. */
export function noteEarlyEnter(place: string, opens: boolean): void {
  pressed.set(({ by }) => ({ by: { ...by, [place]: { opens } } }));
}

/** It has been heard: an Enter counts once. */
export function dropEarlyEnter(place: string): void {
  pressed.set(({ by: { [place]: _heard, ...rest } }) => ({ by: rest }));
}

/** An Enter that was pressed too early and waits to be heard. */
export function useEarlyEnter(place: string): { opens: boolean } | null {
  return useStore(pressed, ({ by }) => by[place] ?? null);
}
