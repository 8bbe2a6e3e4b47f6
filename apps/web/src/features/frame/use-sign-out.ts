"use client";

import { useCallback } from "react";
import { showToast } from "../../components/ui/toast.tsx";
import { useSyncEngine } from "../../sync/engine-context.tsx";
import { signOut } from "../auth/sign-out.ts";
import { session } from "../auth/session.ts";
import { forgetKnownBoards } from "../boards/known-boards.ts";
import { forgetLastBoard } from "../boards/last-board.ts";
import { forgetDrafts } from "../drafts/drafts.ts";
import { forgetKeyboard } from "../keyboard/forget-keyboard.ts";
import { forgetOnDevice } from "../offline-app/forget-on-device.ts";
import { textConflicts } from "../task/notes/text-conflicts.ts";
import { forgetSearches } from "../search/recent-searches.ts";
import { forgetUndoSteps } from "../undo/undo-steps.ts";
import { frameStrings } from "./frame.strings.ts";

/** Ends the session and forgets everything of this person in this browser, then shows the sign-in page. */
export function useSignOut(): () => Promise<void> {
  const engine = useSyncEngine();
  return useCallback(async () => {
    // The server first: with the session still open nobody should believe to be signed out.
    if (!(await signOut())) {
      showToast(frameStrings.signOutFailed, { tone: "danger" });
      return;
    }
    await engine.wipe();
    forgetLastBoard();
    textConflicts.forgetAll();
    forgetDrafts();
    forgetKeyboard();
    forgetUndoSteps();
    forgetSearches();
    forgetKnownBoards();
    forgetOnDevice();
    session.signedOut();
    // A whole new page: nothing of the boards stays in memory.
    window.location.assign("/sign-in");
  }, [engine]);
}
