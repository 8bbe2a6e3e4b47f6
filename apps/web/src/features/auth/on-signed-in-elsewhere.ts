import { rememberedUser, refreshSession, session } from "./session.ts";

/** Calls `enter` when somebody has signed in in another tab of this browser, until the answer is called. */
export function onSignedInElsewhere(enter: () => void): () => void {
  const listen = async ({ key, newValue }: StorageEvent) => {
    if (key !== rememberedUser || newValue === null) return;
    if ((await refreshSession()) && session.get().status === "in") enter();
  };
  const listener = (event: StorageEvent) => void listen(event);
  window.addEventListener("storage", listener);
  return () => window.removeEventListener("storage", listener);
}
