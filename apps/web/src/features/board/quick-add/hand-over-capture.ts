import { showCapture } from "../../capture/capture-layer.ts";
import { addDraftFiles, overlayPlace } from "../../capture/draft-files.ts";
import { keepDraft, readDraft } from "../../drafts/drafts.ts";
import { takeFiles } from "../../task/files/take-files.ts";
import type { BoardScreen } from "../state/screen.tsx";
import type { Line } from "./use-line.ts";

/** Goes on in the dialog that takes files and the voice, for this board, with what has been typed. */
export function handOverCapture(screen: BoardScreen, line: Line, files: readonly File[]): void {
  const typed = [line.text, line.notes.text, readDraft(overlayPlace)?.text ?? ""].filter((part) => part.trim() !== "");
  keepDraft(overlayPlace, typed.join("\n"));
  if (files.length > 0) addDraftFiles(overlayPlace, takeFiles(files));
  line.clear();
  screen.store.set({ dialog: null });
  showCapture(screen.boardId);
}
