"use client";

import { type RefObject, useMemo, useState } from "react";
import type { CaptureToken } from "@kanban/domain/capture-syntax/capture-token";
import { valuesOf } from "@kanban/domain/capture-syntax/capture-values";
import { parseCapture } from "@kanban/domain/capture-syntax/parse-capture";
import { withoutToken } from "@kanban/domain/capture-syntax/write-token";
import type { Priority } from "@kanban/domain/entities";
import type { Moment } from "@kanban/domain/moment";
import { useDraft } from "../../drafts/use-draft.ts";
import { insertText } from "../../editor/insert-text.ts";
import { notesPlace } from "./composer-place.ts";
import type { NewTask } from "./create-tasks.ts";
import { useDateReader } from "./use-date-reader.ts";

/** What was picked by a button; it holds whatever the text says. */
export type Chosen = { dueAt?: Moment; priority?: Priority };

/** A line of quick add as it is typed: its text (kept as a draft), what is understood of it, and what buttons chose. */
export function useLine(place: string, field: RefObject<HTMLTextAreaElement | null>) {
  const draft = useDraft(place);
  const notes = useDraft(notesPlace(place));
  const { readDates, isReading } = useDateReader();
  const [chosen, setChosen] = useState<Chosen>({});
  const { text } = draft;
  const { title, tokens } = useMemo(() => {
    // A date chosen by a button leaves those in the text plain words.
    const isFree = ({ role }: { role: "due" | "defer" }) => role !== "due" || chosen.dueAt === undefined;
    return parseCapture(text, readDates && ((words) => readDates(words).filter(isFree)));
  }, [text, readDates, chosen.dueAt]);
  const values = { ...valuesOf(tokens), ...chosen };

  const drop = (token: CaptureToken) => {
    const { edit, insert } = withoutToken(text, token);
    if (field.current) insertText(field.current, { ...edit, insert });
  };
  /** Takes words out of the field that a button now says. */
  const dropWords = (kinds: readonly CaptureToken["kind"][]) => {
    for (const token of tokens.toReversed()) {
      if (!kinds.includes(token.kind) || !field.current) continue;
      const start = /\s$/u.test(text.slice(0, token.start)) ? token.start - 1 : token.start;
      insertText(field.current, { start, end: token.end, insert: "" });
    }
  };
  const choose = (next: Chosen) => {
    dropWords([...(next.dueAt === undefined ? [] : ["due" as const]), ...(next.priority ? ["priority" as const] : [])]);
    setChosen({ ...chosen, ...next });
  };
  const unchoose = (which: keyof Chosen) => setChosen(({ [which]: _gone, ...rest }) => rest);
  /** No due date at all: neither the chosen one nor the one in the text. */
  const clearDue = () => {
    dropWords(["due"]);
    unchoose("dueAt");
  };
  const clear = () => {
    draft.setText("");
    notes.setText("");
    setChosen({});
  };
  const task: NewTask = { title, values, notes: notes.text, items: [] };
  return {
    ...{ field, text, tokens, task, chosen, notes, readDates, isReading, isRestored: draft.isRestored },
    setText: draft.setText,
    drop,
    choose,
    unchoose,
    clearDue,
    clear,
  };
}

export type Line = ReturnType<typeof useLine>;
