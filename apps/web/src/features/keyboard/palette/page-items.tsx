import type { BoardId } from "@kanban/domain/ids";
import { type ChosenField, choiceOf } from "../../task/fields/choices/choice-of.ts";
import type { TaskInHand } from "../../task/fields/choices/field-choice.ts";
import { filterOptions } from "../../task/fields/filter-options.ts";
import { dayAfter, localDay, momentWords, nextMonday } from "../../task/moment-words.ts";
import type { CommandLayer } from "../mounted-commands.ts";
import { runCommand } from "../run-command.ts";
import type { PalettePage } from "../shortcuts.ts";
import type { PaletteItem } from "./palette-item.ts";
import { columnItems } from "./place-items.tsx";
import { paletteStrings } from "./palette.strings.ts";

export type OpenBoard = TaskInHand & { boardId: BoardId; on: CommandLayer };

/** What a page of the palette offers for the task in focus. */
export function pageItems(page: PalettePage, board: OpenBoard, query: string): PaletteItem[] {
  switch (page) {
    case "move":
      return columnItems(board.view, board.task).map((item) => ({ ...item, onlyFound: false, group: "" }));
    case "due":
      return dueItems(board);
    case "tags":
    case "assign":
    case "contexts":
    case "project":
    case "priority":
      return choiceItems(page, board, query);
  }
}

function choiceItems(field: ChosenField, board: OpenBoard, query: string): PaletteItem[] {
  const choice = choiceOf(field, board);
  const { found, creatable } = filterOptions(choice.options, "", choice.inOrder);
  const isTaken = filterOptions(choice.options, query).creatable === null;
  const staysOpen = !choice.closesOnChoice;
  const items = found.map((option): PaletteItem => ({
    key: `${field}:${option.id}`,
    title: option.name,
    icon: option.icon,
    caps: option.keys ? [[option.keys]] : [],
    isChosen: choice.chosen.includes(option.id),
    group: "",
    staysOpen,
    run: () => choice.onToggle(option.id),
  }));
  const { onCreate } = choice;
  if (creatable !== null || isTaken || !onCreate) return items;
  const name = query.trim();
  return [
    ...items,
    { key: `${field}:new`, title: paletteStrings.create(name), group: "", staysOpen, run: () => onCreate(name) },
  ];
}

function dueItems({ task, mutate, on }: OpenBoard): PaletteItem[] {
  const now = new Date();
  const today = localDay(now);
  const day = (key: string, title: string, dueAt: string | null): PaletteItem => ({
    key: `due:${key}`,
    title,
    group: "",
    note: dueAt ? momentWords(dueAt, now) : undefined,
    isChosen: task.dueAt === dueAt,
    run: () => mutate("task.update", { taskId: task.id, dueAt }),
  });
  return [
    day("today", paletteStrings.today, today),
    day("tomorrow", paletteStrings.tomorrow, dayAfter(today, 1)),
    day("monday", paletteStrings.nextMonday, nextMonday(today)),
    { key: "due:other", title: paletteStrings.otherDay, group: "", run: () => void runCommand("due", on) },
    ...(task.dueAt ? [day("none", paletteStrings.noDue, null)] : []),
  ];
}
