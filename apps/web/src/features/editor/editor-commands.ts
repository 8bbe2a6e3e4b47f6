import type { Edit, Selected } from "./edits/edit.ts";
import { makeLink } from "./edits/link.ts";
import { type Block, toggleBlock } from "./edits/toggle-block.ts";
import { toggleWrap } from "./edits/toggle-wrap.ts";

export type EditorCommand = "bold" | "italic" | "code" | "link" | Block;

/** What a button or key of the editor does to the text. */
export function runCommand(command: EditorCommand, selected: Selected): Edit {
  switch (command) {
    case "bold":
      return toggleWrap(selected, "**");
    case "italic":
      return toggleWrap(selected, "_");
    case "code":
      return toggleWrap(selected, "`");
    case "link":
      return makeLink(selected);
    case "heading":
    case "bullet":
    case "numbered":
    case "task":
    case "quote":
      return toggleBlock(selected, command);
  }
}

const keys: Readonly<Record<string, EditorCommand>> = { b: "bold", i: "italic", k: "link" };

/** The command of a key with Ctrl or Cmd, if it has one. */
export function commandOfKey(event: {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}): EditorCommand | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return null;
  return keys[event.key.toLowerCase()] ?? null;
}
