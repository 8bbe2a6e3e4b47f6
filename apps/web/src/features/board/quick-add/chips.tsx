"use client";

import { AtSign, CalendarDays, ChevronsUp, Clock, Hourglass, NotebookText, X } from "lucide-react";
import type { ReactNode } from "react";
import type { CaptureToken } from "@kanban/domain/capture-syntax/capture-token";
import { matchLabel, matchProject } from "@kanban/domain/capture-syntax/match-label";
import { estimateWords } from "@kanban/domain/estimate";
import type { Moment } from "@kanban/domain/moment";
import { ColorDot } from "../../../components/ui/tag.tsx";
import { momentWords } from "../../task/moment-words.ts";
import { strings } from "../board.strings.ts";
import type { LabelRows } from "./suggest-labels.ts";
import { useLabelRows } from "./use-label-rows.ts";
import type { Line } from "./use-line.ts";

const texts = strings.add.chips;
/** A thing understood; `note` says in a word where it comes from. */
export type Chip = { key: string; icon: ReactNode; kind: string; words: string; note?: string; onRemove: () => void };

/** What has been understood of a line, each with a way to take it back: the words stay where they may mean something else. */
export function Chips({ line, lane = null }: { line: Line; lane?: Chip | null }) {
  const rows = useLabelRows();
  const chips = [
    ...(lane ? [lane] : []),
    ...chosenChips(line),
    ...line.tokens.flatMap((token, index) => chipOf(line, rows, token, index) ?? []),
  ];
  if (chips.length === 0) return null;
  return (
    <ul aria-label={texts.label} className="flex flex-wrap gap-1">
      {chips.map(({ key, icon, kind, words, note, onRemove }) => (
        <li key={key} className="max-w-full">
          <button
            type="button"
            aria-label={texts.remove(kind, words)}
            title={texts.remove(kind, words)}
            // The field keeps the focus and the caret.
            onMouseDown={(event) => event.preventDefault()}
            onClick={onRemove}
            className="group/chip flex h-5.5 max-w-full items-center gap-1 rounded-full border border-line bg-surface pr-1 pl-1.5 text-xs font-title text-ink-2 hover:border-line-strong hover:text-ink touch:h-11 touch:px-3 touch:text-sm"
          >
            <span aria-hidden className="grid size-3 place-items-center text-ink-3">
              {icon}
            </span>
            <span className="min-w-0 truncate">{words}</span>
            {note && <span className="shrink-0 text-ink-3">{note}</span>}
            <X size={11} aria-hidden className="shrink-0 text-ink-3 group-hover/chip:text-ink" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function chosenChips(line: Line): Chip[] {
  const { dueAt, priority } = line.chosen;
  const chips: Chip[] = [];
  if (dueAt !== undefined)
    chips.push({ ...dateChip("due", dueAt), key: "chosen-due", onRemove: () => line.unchoose("dueAt") });
  if (priority)
    chips.push({ ...priorityChip(priority), key: "chosen-priority", onRemove: () => line.unchoose("priority") });
  if (line.notes.text !== "") {
    const words = texts.notes(line.notes.text.split("\n").length);
    const icon = <NotebookText size={11} />;
    chips.push({ key: "notes", icon, kind: texts.kinds.notes, words, onRemove: () => line.notes.setText("") });
  }
  return chips;
}

/** The chip of a token; `null` for one that another of its kind overrules. */
function chipOf(line: Line, rows: LabelRows, token: CaptureToken, index: number): Chip | null {
  const isOverruled = line.tokens.slice(index + 1).some((later) => later.kind === token.kind);
  const common = { key: `${token.kind}-${token.start}`, onRemove: () => line.drop(token) };
  switch (token.kind) {
    case "escape":
      return null;
    case "tag":
    case "context": {
      const known = matchLabel(rows[token.kind], token.name);
      const icon = token.kind === "tag" ? <ColorDot color={known?.color ?? "grey"} /> : <AtSign size={11} />;
      return {
        ...common,
        icon,
        kind: texts.kinds[token.kind],
        words: known?.name ?? token.name,
        ...(!known && { note: texts.isNew }),
      };
    }
    case "project": {
      if (isOverruled) return null;
      const known = matchProject(rows.project, token.name);
      const icon = <ColorDot color={known?.color ?? "grey"} />;
      return {
        ...common,
        icon,
        kind: texts.kinds.project,
        words: known?.name ?? token.name,
        ...(!known && { note: texts.isNew }),
      };
    }
    case "priority":
      return isOverruled || line.chosen.priority ? null : { ...common, ...priorityChip(token.priority) };
    case "estimate": {
      const words = estimateWords(token.minutes);
      return isOverruled ? null : { ...common, icon: <Clock size={11} />, kind: texts.kinds.estimate, words };
    }
    case "due":
    case "defer":
      return { ...common, ...dateChip(token.kind, token.moment) };
  }
}

function dateChip(role: "due" | "defer", moment: Moment) {
  const words = momentWords(moment, new Date());
  const icon = role === "due" ? <CalendarDays size={11} /> : <Hourglass size={11} />;
  return { icon, kind: texts.kinds[role], words: role === "due" ? words : texts.deferred(words) };
}

/** What stands for a priority on a chip. */
export function priorityChip(priority: "low" | "normal" | "high") {
  return { icon: <ChevronsUp size={11} />, kind: texts.kinds.priority, words: texts.priorities[priority] };
}
