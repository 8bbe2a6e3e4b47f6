"use client";

import type { TaskDetail } from "@kanban/domain/entities";
import { limits } from "@kanban/domain/limits";
import { dropDraft, keepDraft, readDraft } from "../../drafts/drafts.ts";
import { useCallback, useEffect, useRef, useState } from "react";
import type { SyncRefusal } from "../../../sync/refusals.ts";
import { useTaskPanel } from "../task-panel-context.tsx";
import { saveNotes } from "./save-notes.ts";
import { textConflicts } from "./text-conflicts.ts";

// Long enough not to save every word, short enough that a crash loses at most a few.
const autosaveMs = 1_000;

export type NotesDraft = {
  /** What is being typed; `null` while the notes are only read. */
  text: string | null;
  begin: () => void;
  change: (text: string) => void;
  /** Saves and stops editing; false for a text that cannot be saved, which stays in its field. */
  finish: () => boolean;
  /** True while the text is one that was never saved, found again after a crash, and not touched since. */
  isRestored: boolean;
  /** Throws the text away and stops editing. */
  discard: () => void;
};

/** Notes being edited: saved a moment after the last key, when the field is left and when the panel or page goes away. */
export function useNotesDraft(detail: TaskDetail): NotesDraft {
  const { boardId, task, canEdit, mutate } = useTaskPanel();
  const place = `task/${task.id}/notes`;
  const [kept] = useState(() => readUnsaved(place, canEdit, detail));
  const [text, setText] = useState<string | null>(kept?.text ?? null);
  const [isRestored, setRestored] = useState(kept !== null);
  // What the next save starts from. The view follows each save at once, so its version is the base of the one after.
  const edit = useRef<Editing | null>(kept);
  const latest = useRef(detail);
  useEffect(() => {
    latest.current = detail;
    // Saved after all, just before the crash.
    if (!edit.current && readDraft(place)?.text === detail.notes) dropDraft(place);
    // Own saves come back as the view's text: the next one builds on them. Another's text does not, and will conflict.
    if (edit.current?.saved === detail.notes) edit.current.base = detail.notesVersion;
  }, [detail, place]);

  /** False while the text is nowhere but here. */
  const save = useCallback((): boolean => {
    const now = edit.current;
    if (!now || now.isUntouched) return true;
    if (now.text.length > limits.notes) return false;
    if (now.text !== now.saved) {
      // Both texts wait for the person's choice already: this is the newest of theirs.
      const conflict = textConflicts.of(task.id);
      if (conflict) textConflicts.add({ ...conflict, mine: now.text });
      else if (!isTaken(saveNotes(mutate, boardId, task.id, now.text, now.base))) return false;
      now.saved = now.text;
    }
    dropDraft(place);
    return true;
  }, [mutate, boardId, task.id, place]);

  useEffect(() => {
    if (text === null || isRestored) return;
    const timer = setTimeout(save, autosaveMs);
    return () => clearTimeout(timer);
  }, [text, isRestored, save]);

  useEffect(() => {
    // The last moment a page on a phone is sure to get.
    const saveWhenHidden = () => document.visibilityState === "hidden" && save();
    document.addEventListener("visibilitychange", saveWhenHidden);
    return () => {
      document.removeEventListener("visibilitychange", saveWhenHidden);
      save();
    };
  }, [save]);

  const stop = () => {
    edit.current = null;
    setText(null);
    setRestored(false);
  };
  return {
    text,
    isRestored,
    begin: () => {
      const { notes, notesVersion } = latest.current;
      edit.current = { text: notes, saved: notes, base: notesVersion, isUntouched: false };
      setText(notes);
    },
    change: (next) => {
      if (edit.current) {
        Object.assign(edit.current, { text: next, isUntouched: false });
        keepDraft(place, next, edit.current.base);
      }
      setRestored(false);
      setText(next);
    },
    finish: () => {
      if (edit.current) edit.current.isUntouched = false;
      const isSaved = save();
      if (isSaved) stop();
      return isSaved;
    },
    discard: () => {
      dropDraft(place);
      stop();
    },
  };
}

type Editing = { text: string; saved: string; base: number; isUntouched: boolean };

/** Text that a crash kept from being saved; what has been saved since is no draft any more. */
function readUnsaved(place: string, canEdit: boolean, { notes, notesVersion }: TaskDetail): Editing | null {
  const draft = canEdit ? readDraft(place) : null;
  if (!draft || draft.text === notes) return null;
  return { text: draft.text, saved: notes, base: draft.base ?? notesVersion, isUntouched: true };
}

/** False for a refusal that leaves the text nowhere but here; a conflict has kept both texts. */
function isTaken(refusal: SyncRefusal | null): boolean {
  return refusal === null || refusal.code === "TEXT_CONFLICT";
}
