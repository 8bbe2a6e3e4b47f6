import type { BoardView } from "@kanban/domain/board-view";
import { sharedValue } from "../../board/select/choices/shared.ts";
import type { ChosenField } from "../../task/fields/choices/choice-of.ts";
import { filterOptions } from "../../task/fields/filter-options.ts";
import { dayAfter, localDay, momentWords, nextMonday } from "../../task/moment-words.ts";
import type { CommandLayer } from "../mounted-commands.ts";
import { runCommand } from "../run-command.ts";
import type { PalettePage } from "../shortcuts.ts";
import type { PaletteItem } from "./palette-item.ts";
import { columnItems } from "./place-items.tsx";
import { paletteStrings } from "./palette.strings.ts";
import type { Subject } from "./subject.ts";

export type OpenPage = { view: BoardView; subject: Subject; on: CommandLayer };

/** What a page of the palette offers for the task in focus, or for all that are chosen. */
export function pageItems(page: PalettePage, open: OpenPage, query: string): PaletteItem[] {
  switch (page) {
    case "move":
      return columnItems(open.view, open.subject).map((item) => ({ ...item, onlyFound: false, group: "" }));
    case "due":
      return dueItems(open);
    case "tags":
    case "assign":
    case "contexts":
    case "project":
    case "priority":
      return choiceItems(page, open.subject, query);
  }
}

function choiceItems(field: ChosenField, subject: Subject, query: string): PaletteItem[] {
  const choice = subject.choiceOf(field);
  const { found, creatable } = filterOptions(choice.options, "", choice.inOrder);
  const isTaken = filterOptions(choice.options, query).creatable === null;
  const staysOpen = !choice.closesOnChoice;
  const items = found.map((option): PaletteItem => ({
    key: `${field}:${option.id}`,
    title: option.name,
    icon: option.icon,
    caps: option.keys ? [[option.keys]] : [],
    isChosen: choice.chosen.includes(option.id),
    isPartly: choice.partly?.includes(option.id) ?? false,
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

function dueItems({ subject: { tasks, setDue }, on }: OpenPage): PaletteItem[] {
  const now = new Date();
  const today = localDay(now);
  const shared = sharedValue(tasks, (task) => task.dueAt);
  const day = (key: string, title: string, dueAt: string | null): PaletteItem => ({
    key: `due:${key}`,
    title,
    group: "",
    note: dueAt ? momentWords(dueAt, now) : undefined,
    isChosen: shared === dueAt,
    run: () => setDue(dueAt),
  });
  return [
    day("today", paletteStrings.today, today),
    day("tomorrow", paletteStrings.tomorrow, dayAfter(today, 1)),
    day("monday", paletteStrings.nextMonday, nextMonday(today)),
    { key: "due:other", title: paletteStrings.otherDay, group: "", run: () => void runCommand("due", on) },
    ...(tasks.some((task) => task.dueAt !== null) ? [day("none", paletteStrings.noDue, null)] : []),
  ];
}
