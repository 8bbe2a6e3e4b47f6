"use client";

import type { ClipboardEvent } from "react";
import { type OutlineTask, readOutline } from "@kanban/domain/capture-syntax/read-outline";
import type { ColumnId, TaskId } from "@kanban/domain/ids";
import { useDraft } from "../../drafts/use-draft.ts";
import { insertText } from "../../editor/insert-text.ts";
import { strings } from "../board.strings.ts";
import { announce } from "../state/announce.ts";
import { useScreen } from "../state/screen.tsx";
import type { ComposerEdge } from "../state/screen-state.ts";
import { pastedPlace } from "./composer-place.ts";
import { createPasted } from "./create-pasted.ts";
import type { Line } from "./use-line.ts";

/** A pasted list that waits for a decision; kept as a draft until there is one. `null` text: nothing was pasted. */
export function usePasted(
  place: string,
  line: Line,
  {
    columnId,
    edge,
    below = null,
    lane,
  }: { columnId: ColumnId; edge: ComposerEdge; below?: TaskId | null; lane?: string | undefined },
) {
  const screen = useScreen();
  const { text, setText } = useDraft(pastedPlace(place));

  const handlePaste = (event: ClipboardEvent) => {
    const content = event.clipboardData.getData("text/plain");
    if (!/[\r\n]/.test(content.trim())) return;
    event.preventDefault();
    const tasks = readOutline(content);
    if (tasks.length > 1 || (tasks[0]?.items.length ?? 0) > 0) setText(content);
    else if (line.field.current && tasks[0]) {
      const { selectionStart: start, selectionEnd: end } = line.field.current;
      insertText(line.field.current, { start, end, insert: tasks[0].title });
    }
  };
  const takeMany = (tasks: OutlineTask[]) => {
    const column = screen.view().columns[columnId]?.name ?? "";
    const { readDates } = line;
    createPasted(screen, tasks, { columnId, edge, below, lane, readDates }, (left) => {
      // What was not taken stays to be decided on again.
      setText(left.map(({ source }) => source).join("\n"));
      if (left.length < tasks.length) announce(screen, strings.add.addedMany(tasks.length - left.length, column));
    });
  };
  const takeOne = () => {
    const [first] = readOutline(text);
    const lines = text.split(/\r\n|[\r\n]/u);
    const rest = lines.slice(lines.findIndex((each) => readOutline(each).length > 0) + 1);
    line.setText(`${line.text} ${first?.title ?? ""}`.trim());
    line.notes.setText([line.notes.text, rest.join("\n").trimEnd()].filter((part) => part !== "").join("\n"));
    setText("");
  };
  return { text: text === "" ? null : text, handlePaste, takeMany, takeOne, drop: () => setText("") };
}
