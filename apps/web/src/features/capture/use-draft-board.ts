"use client";

import { useState } from "react";
import type { BoardId } from "@kanban/domain/ids";
import { readId } from "@kanban/domain/read-id";
import { dropDraft, keepDraft, readDraft } from "../drafts/drafts.ts";
import { useDraft } from "../drafts/use-draft.ts";

/** As it is kept when the person's own inbox was chosen, whatever board is open. */
const ownInbox = "own";

/**
 * The board a thought goes to: the one that was chosen, kept with the draft as long as there is one, else `given`. What was
 * chosen holds for the next thoughts, too, until the form is closed.
 */
export function useDraftBoard(place: string, given: BoardId | null) {
  const keptAt = `${place}/board`;
  const { text: kept } = useDraft(keptAt);
  const [chosen, setChosen] = useState<BoardId | null>();
  const boardId = kept === "" ? (chosen === undefined ? given : chosen) : readId<BoardId>(kept);
  const keep = (board: BoardId | null) => keepDraft(keptAt, board ?? ownInbox);
  return {
    boardId,
    choose: (board: BoardId | null, hasDraft: boolean) => {
      setChosen(board);
      if (hasDraft) keep(board);
    },
    /** To be told whenever there is a draft again, or none any more. */
    follow: (hasDraft: boolean) => {
      const isKept = readDraft(keptAt) !== null;
      if (hasDraft && !isKept && chosen !== undefined) keep(chosen);
      if (hasDraft || !isKept) return;
      setChosen(boardId);
      dropDraft(keptAt);
    },
  };
}
