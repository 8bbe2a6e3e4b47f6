"use client";

import { Toolbar as Base } from "@base-ui/react/toolbar";
import { Bold, Code, Heading2, Italic, Link, List, ListChecks, ListOrdered, Quote } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "../../components/ui/icon-button.tsx";
import { editorStrings } from "./editor.strings.ts";
import type { EditorCommand } from "./editor-commands.ts";

const size = 14;
const buttons: readonly { command: EditorCommand; icon: ReactNode; key?: string }[] = [
  { command: "bold", icon: <Bold size={size} aria-hidden />, key: "B" },
  { command: "italic", icon: <Italic size={size} aria-hidden />, key: "I" },
  { command: "code", icon: <Code size={size} aria-hidden /> },
  { command: "link", icon: <Link size={size} aria-hidden />, key: "K" },
  { command: "heading", icon: <Heading2 size={size} aria-hidden /> },
  { command: "bullet", icon: <List size={size} aria-hidden /> },
  { command: "numbered", icon: <ListOrdered size={size} aria-hidden /> },
  { command: "task", icon: <ListChecks size={size} aria-hidden /> },
  { command: "quote", icon: <Quote size={size} aria-hidden /> },
];

/** The formats as buttons; one stop for Tab, arrows go along. Pressing one leaves the text selected. */
export function Toolbar({ onCommand }: { onCommand: (command: EditorCommand) => void }) {
  const modifier = /mac|iphone|ipad/iu.test(navigator.platform) ? "⌘" : "Ctrl+";
  return (
    <Base.Root aria-label={editorStrings.toolbar} className="-ml-1 flex max-sm:overflow-x-auto touch:-ml-3">
      {buttons.map(({ command, icon, key }) => (
        <Base.Button
          key={command}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onCommand(command)}
          render={
            <IconButton label={editorStrings[command]} keys={key && modifier + key}>
              {icon}
            </IconButton>
          }
        />
      ))}
    </Base.Root>
  );
}
