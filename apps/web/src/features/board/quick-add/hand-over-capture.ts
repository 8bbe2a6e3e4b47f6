import { showCapture } from "../../capture/capture-layer.ts";
import { addDraftFiles, overlayPlace } from "../../capture/draft-files.ts";
import { keepDraft, readDraft } from "../../drafts/drafts.ts";
import { takeFiles } from "../../task/files/take-files.ts";
import type { BoardScreen } from "../state/screen.tsx";
import { capturePlace, notesPlace } from "./composer-place.ts";
import type { Line } from "./use-line.ts";

/** Goes on in the dialog that takes files and the voice, for this board, with what has been typed. */
export function handOverCapture(screen: BoardScreen, line: Line, files: readonly File[]): void {
  // Read where it is kept: what was typed while the form was on its way is not in its line yet.
  const place = capturePlace(screen.boardId);
  const typed = [place, notesPlace(place), overlayPlace].map((each) => readDraft(each)?.text ?? "");
  keepDraft(overlayPlace, typed.filter((part) => part.trim() !== "").join("\n"));
  if (files.length > 0) addDraftFiles(overlayPlace, takeFiles(files));
  line.clear();
  screen.store.set({ dialog: null });
  showCapture(screen.boardId);
}
