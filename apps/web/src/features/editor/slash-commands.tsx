import { CalendarDays, Code, Heading2, Heading3, List, ListChecks, ListOrdered, Minus, Quote } from "lucide-react";
import type { ReactNode } from "react";
import { editorStrings } from "./editor.strings.ts";

/** What a command after `/` writes; `caret` counts from its start, by default its end. */
export type SlashCommand = {
  label: string;
  words: string;
  icon: ReactNode;
  write: (today: string) => { insert: string; caret?: number };
};

const { commands } = editorStrings;
const text = (insert: string, caret?: number) => () => ({ insert, ...(caret === undefined ? {} : { caret }) });

const all: readonly SlashCommand[] = [
  { label: commands.heading, words: "h2 title", icon: <Heading2 size={14} />, write: text("## ") },
  { label: commands.subheading, words: "h3", icon: <Heading3 size={14} />, write: text("### ") },
  { label: commands.bullet, words: "ul", icon: <List size={14} />, write: text("- ") },
  { label: commands.numbered, words: "ol", icon: <ListOrdered size={14} />, write: text("1. ") },
  { label: commands.task, words: "todo checklist", icon: <ListChecks size={14} />, write: text("- [ ] ") },
  { label: commands.quote, words: "blockquote", icon: <Quote size={14} />, write: text("> ") },
  { label: commands.code, words: "fence", icon: <Code size={14} />, write: text("```\n\n```", 4) },
  { label: commands.divider, words: "line hr", icon: <Minus size={14} />, write: text("---\n") },
  {
    label: commands.date,
    words: "today",
    icon: <CalendarDays size={14} />,
    write: (today) => ({ insert: `${today} ` }),
  },
];

/** The commands a query after `/` means, by any word of theirs. */
export function findCommands(query: string): SlashCommand[] {
  const wanted = query.trim().toLowerCase();
  return all.filter(
    ({ label, words }) =>
      `${label} ${words}`
        .toLowerCase()
        .split(" ")
        .some((word) => word.startsWith(wanted)) || label.toLowerCase().startsWith(wanted),
  );
}
