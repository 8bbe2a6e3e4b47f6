"use client";

import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { SyncProvider } from "../../sync/engine-context.tsx";
import { storedInThisTab } from "../../sync/engine-of.ts";
import { signInPath } from "./return-path.ts";
import { refreshSession, session } from "./session.ts";
import type { SignedInUser } from "./signed-in-user.ts";

/** Who is signed in; `null` while not known. */
export function useSignedInUser(): SignedInUser | null {
  const state = useSyncExternalStore(session.subscribe, session.get, session.atServer);
  return state.status === "in" ? state.user : null;
}

/** Shows its children to a signed-in person and takes everyone else to the sign-in page and back again. */
export function SignedIn({ fallback, children }: { fallback: ReactNode; children: ReactNode }) {
  const state = useSyncExternalStore(session.subscribe, session.get, session.atServer);
  const isAnothers = useSyncExternalStore(session.subscribe, session.isAnothers, () => false);
  const router = useRouter();
  const pathname = usePathname();

  useEffect(() => {
    const ask = () => void refreshSession();
    ask();
    // Back online or back from a long sleep: the session may have ended meanwhile.
    window.addEventListener("online", ask);
    return () => window.removeEventListener("online", ask);
  }, []);

  useEffect(() => {
    // With what stands behind it: a code, or what a bookmarklet has filled in.
    if (state.status === "out") router.replace(signInPath(pathname + window.location.search));
  }, [state.status, router, pathname]);

  useEffect(() => {
    // A whole new page: nothing of the one before stays in memory. By now its editors have closed and saved.
    if (isAnothers) void storedInThisTab().then(() => window.location.reload());
  }, [isAnothers]);

  if (state.status !== "in" || isAnothers) return fallback;
  return (
    <SyncProvider key={state.user.id} userId={state.user.id}>
      {children}
    </SyncProvider>
  );
}
