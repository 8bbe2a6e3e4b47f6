import { createStore, useStore } from "../store/create-store.ts";

/** How many captures of this browser the server does not have, as `WatchCaptures` counts them. */
export const capturesWaiting = createStore({ onTheirWay: 0, needPerson: 0, isDelayed: false });

/** How many wait for their turn or the network, and how many for a word of their person. */
export function useCapturesWaiting() {
  const onTheirWay = useStore(capturesWaiting, (state) => state.onTheirWay);
  const needPerson = useStore(capturesWaiting, (state) => state.needPerson);
  /** The server has not answered when one of them was sent. */
  const isDelayed = useStore(capturesWaiting, (state) => state.isDelayed);
  return { onTheirWay, needPerson, isDelayed };
}
