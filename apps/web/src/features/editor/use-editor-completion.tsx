"use client";

import { Hash, UserRound } from "lucide-react";
import { type RefObject, useState } from "react";
import type { CaretOption } from "../../components/ui/caret-list.tsx";
import { localDay } from "../task/moment-words.ts";
import { openWordAt } from "./edits/open-word.ts";
import { findPeople, findTasks, type MentionedTask } from "./find-mentions.ts";
import { insertText } from "./insert-text.ts";
import { findCommands } from "./slash-commands.tsx";
import { useCaretChoice } from "./use-caret-choice.ts";

/** What can be named in a text: the people and tasks of a board. */
export type Mentionable = { boardKey: string; people: readonly string[]; tasks: () => readonly MentionedTask[] };

type Choice = CaretOption & { insert: string; caret?: number };

/** Completion of commands, people and tasks at the caret of the editor. */
export function useEditorCompletion(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  mentionable: Mentionable,
) {
  const [caret, setCaret] = useState<number | null>(null);
  const word = caret === null ? null : openWordAt(text, caret, mentionable.boardKey);
  const choices = word ? choicesFor(word.kind, word.query, mentionable) : [];
  const list = useCaretChoice({
    count: choices.length,
    wordStart: word?.start ?? null,
    takesEnter: (_active, hasMoved) => hasMoved || word?.query !== "" || word.kind === "command",
    onTake: (index) => {
      const choice = choices[index];
      if (!word || !choice || !field.current) return;
      const at = word.start + (choice.caret ?? choice.insert.length);
      insertText(field.current, { start: word.start, end: word.end, insert: choice.insert, select: [at, at] });
    },
  });
  const handleSelect = () => {
    const element = field.current;
    if (!element || document.activeElement !== element) return;
    const next = element.selectionStart === element.selectionEnd ? element.selectionStart : null;
    setCaret(next);
    list.noteWord(next === null ? null : (openWordAt(element.value, next, mentionable.boardKey)?.start ?? null));
  };
  return {
    ...{ ...list, word, choices, handleSelect },
    handleInput: () => {
      list.reset();
      handleSelect();
    },
    handleBlur: () => setCaret(null),
  };
}

function choicesFor(kind: "command" | "person" | "task", query: string, mentionable: Mentionable): Choice[] {
  if (kind === "command")
    return findCommands(query).map(({ label, icon, write }) => ({
      key: label,
      label,
      icon,
      ...write(localDay(new Date())),
    }));
  if (kind === "person")
    return findPeople(mentionable.people, query).map((name) => {
      return { key: name, label: name, icon: <UserRound size={13} />, insert: `@${name} ` };
    });
  return findTasks(mentionable.tasks(), query).map(({ number, title }) => {
    const reference = `${mentionable.boardKey}-${number}`;
    return { key: reference, label: title, note: reference, icon: <Hash size={13} />, insert: `${reference} ` };
  });
}
