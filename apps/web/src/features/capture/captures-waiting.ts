import { createStore, useStore } from "../store/create-store.ts";

/** How many captures of this browser the server does not have, as `WatchCaptures` counts them. */
export const capturesWaiting = createStore({ onTheirWay: 0, needPerson: 0 });

/** How many wait for their turn or the network, and how many for a word of their person. */
export function useCapturesWaiting() {
  const onTheirWay = useStore(capturesWaiting, (state) => state.onTheirWay);
  const needPerson = useStore(capturesWaiting, (state) => state.needPerson);
  return { onTheirWay, needPerson };
}
