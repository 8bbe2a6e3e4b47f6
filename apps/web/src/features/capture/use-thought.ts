"use client";

import { useRef, useState } from "react";
import type { BoardId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { browserNetwork } from "../../sync/browser-network.ts";
import { readDraft } from "../drafts/drafts.ts";
import { useDraft } from "../drafts/use-draft.ts";
import { captureStrings as strings } from "./capture.strings.ts";
import { isTooLong, linesOf, textOfLine } from "./capture-texts.ts";
import { tellOutcome } from "./tell-outcome.ts";
import { captureTitle } from "./capture-title.ts";
import { addDraftFiles, type DraftFile, removeDraftFiles, useDraftFiles } from "./draft-files.ts";
import type { NewCapture } from "./queue/capture-queue.ts";
import type { FirstOutcome } from "./queue/first-outcome.ts";
import { useDraftBoard } from "./use-draft-board.ts";
import { useCaptures } from "./use-captures.ts";

export type ThoughtPlace = {
  /** Where its draft is kept. */
  place: string;
  boardId: BoardId | null;
  source: NewCapture["source"];
  shared?: NewCapture["shared"];
};

/** A thought as it is written: its text (kept as a draft), its files, where it goes, and what takes it in. */
export function useThought(
  { place, boardId: givenBoard, source, shared }: ThoughtPlace,
  onCaptured: (outcome: Promise<FirstOutcome>) => void,
) {
  const { queue } = useCaptures();
  const draft = useDraft(place);
  const files = useDraftFiles(place);
  const { boardId, choose, follow } = useDraftBoard(place, givenBoard);
  const [problem, setProblem] = useState<string | null>(null);
  const isKeeping = useRef(false);
  const { text } = draft;
  const fileNames = files.map(({ name }) => name);
  const isEmpty = text.trim() === "" && files.length === 0;
  const lines = linesOf(text);

  const take = async (asked: Omit<NewCapture, "boardId" | "source">[]) => {
    if (!queue || isKeeping.current) return;
    isKeeping.current = true;
    const kept = await queue
      .capture(asked.map((each) => ({ ...each, boardId, source })))
      .finally(() => (isKeeping.current = false));
    // What was typed while the disk was at work is the next thought.
    const now = readDraft(place)?.text ?? "";
    const rest = now.startsWith(text) ? now.slice(text.length) : now;
    draft.setText(rest);
    follow(rest.trim() !== "");
    removeDraftFiles(
      place,
      asked.flatMap((each) => each.files),
    );
    setProblem(null);
    const outcome = browserNetwork.isOnline() ? kept.outcome : Promise.resolve("kept" as const);
    onCaptured(outcome);
    tellOutcome(
      await outcome,
      asked.map((each) => captureTitle({ text: each.text, fileNames })),
    );
  };

  return {
    ...{ text, files, isEmpty, lines, boardId, isRestored: draft.isRestored },
    setBoardId: (board: BoardId | null) => choose(board, !isEmpty),
    problem: isTooLong(text) ? strings.tooLong(limits.notes) : problem,
    setText: (next: string) => {
      setProblem(null);
      draft.setText(next);
      follow(next.trim() !== "" || files.length > 0);
    },
    addFiles: (added: readonly DraftFile[], hasFolder = false) => {
      const fits = addDraftFiles(place, added);
      follow(true);
      setProblem(fits ? (hasFolder ? strings.noFolders : null) : strings.tooManyFiles(limits.capturedFiles));
    },
    removeFile: (gone: DraftFile) => {
      removeDraftFiles(place, [gone]);
      follow(text.trim() !== "" || files.length > 1);
    },
    /** Answers whether there was something to capture. */
    captureOne: (): boolean => {
      if (isEmpty || isTooLong(text)) return false;
      void take([{ text, files, shared }]);
      return true;
    },
    /** The files come with the first line. */
    captureEach: () =>
      void take(lines.map((line, index) => ({ text: textOfLine(line), files: index === 0 ? files : [] }))),
  };
}

export type Thought = ReturnType<typeof useThought>;
