"use client";

import type { TaskDetail } from "@kanban/domain/entities";
import { limits } from "@kanban/domain/limits";
import { useCallback, useEffect, useRef, useState } from "react";
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
  /** Saves and stops editing. */
  finish: () => void;
};

/** Notes being edited: saved a moment after the last key, when the field is left and when the panel or page goes away. */
export function useNotesDraft(detail: TaskDetail): NotesDraft {
  const { boardId, task, mutate } = useTaskPanel();
  const [text, setText] = useState<string | null>(null);
  // What the next save starts from. The view follows each save at once, so its version is the base of the one after.
  const edit = useRef<{ text: string; saved: string; base: number } | null>(null);
  const latest = useRef(detail);
  useEffect(() => {
    latest.current = detail;
    // Own saves come back as the view's text: the next one builds on them. Another's text does not, and will conflict.
    if (edit.current?.saved === detail.notes) edit.current.base = detail.notesVersion;
  }, [detail]);

  const save = useCallback(() => {
    const now = edit.current;
    if (!now || now.text === now.saved || now.text.length > limits.notes) return;
    now.saved = now.text;
    // Both texts wait for the person's choice already: this is the newest of theirs.
    const conflict = textConflicts.of(task.id);
    if (conflict) textConflicts.add({ ...conflict, mine: now.text });
    else saveNotes(mutate, boardId, task.id, now.text, now.base);
  }, [mutate, boardId, task.id]);

  useEffect(() => {
    if (text === null) return;
    const timer = setTimeout(save, autosaveMs);
    return () => clearTimeout(timer);
  }, [text, save]);

  useEffect(() => {
    // The last moment a page on a phone is sure to get.
    const saveWhenHidden = () => document.visibilityState === "hidden" && save();
    document.addEventListener("visibilitychange", saveWhenHidden);
    return () => {
      document.removeEventListener("visibilitychange", saveWhenHidden);
      save();
    };
  }, [save]);

  return {
    text,
    begin: () => {
      const { notes, notesVersion } = latest.current;
      edit.current = { text: notes, saved: notes, base: notesVersion };
      setText(notes);
    },
    change: (next) => {
      if (edit.current) edit.current.text = next;
      setText(next);
    },
    finish: () => {
      save();
      edit.current = null;
      setText(null);
    },
  };
}
