"use client";

import { Plus, X } from "lucide-react";
import { useId } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { IconButton } from "../../../components/ui/icon-button.tsx";
import { TextField } from "../../../components/ui/text-field.tsx";
import { BoardChoice } from "../devices/board-choice.tsx";
import { mailFormStrings as strings } from "./mail.strings.ts";
import type { SortingLine } from "./mail-form-values.ts";

/** A list of folders or plus-addresses, each with its board. */
export function SortingLines({
  title,
  note,
  lines,
  onChange,
  most,
  fewest = 0,
  words,
}: {
  title: string;
  note?: string;
  lines: readonly SortingLine[];
  onChange: (lines: SortingLine[]) => void;
  most: number;
  fewest?: number;
  words: {
    text: (place: number) => string;
    board: (place: number) => string;
    none: string;
    add: string;
    placeholder?: string;
    maxLength: number;
  };
}) {
  const id = useId();
  const change = (index: number, part: Partial<SortingLine>) =>
    onChange(lines.map((line, place) => (place === index ? { ...line, ...part } : line)));
  return (
    <div role="group" aria-labelledby={id} className="grid gap-2">
      <p id={id} className="text-sm font-medium text-ink-2">
        {title}
      </p>
      {note && <p className="text-xs text-ink-3">{note}</p>}
      {lines.map((line, index) => (
        // Lines have no name but their place.
        <div key={index} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-end gap-2">
          <TextField
            label={words.text(index + 1)}
            value={line.text}
            maxLength={words.maxLength}
            placeholder={words.placeholder}
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => change(index, { text: event.currentTarget.value })}
          />
          <BoardChoice
            label={words.board(index + 1)}
            none={words.none}
            value={line.boardId}
            onChange={(boardId) => change(index, { boardId })}
          />
          <IconButton
            label={strings.removeRow(words.text(index + 1))}
            disabled={lines.length <= fewest}
            className="touch:size-11"
            onClick={() => onChange(lines.filter((_, place) => place !== index))}
          >
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      ))}
      {lines.length < most && (
        <Button className="justify-self-start" onClick={() => onChange([...lines, { text: "", boardId: null }])}>
          <Plus size={14} aria-hidden />
          {words.add}
        </Button>
      )}
    </div>
  );
}
