"use client";

import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import { AppLink } from "../../components/ui/app-link.tsx";
import { Button } from "../../components/ui/button.tsx";
import { iconButtonClass } from "../../components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../components/ui/menu.tsx";
import { boardPath } from "./board-path.ts";
import { boardsStrings } from "./boards.strings.ts";
import type { BoardSummary } from "./use-boards.ts";

/** One board of the list: the whole row opens it. */
export function BoardRow({
  board,
  onRename,
  onMoveToTrash,
}: {
  board: BoardSummary;
  onRename: () => void;
  onMoveToTrash: () => void;
}) {
  const notes = [
    board.isDemo && boardsStrings.demo,
    board.role === "viewer" ? boardsStrings.viewer : board.role === "editor" && boardsStrings.shared,
  ].filter(Boolean);
  return (
    <li className="relative flex min-h-(--row) items-center gap-3 px-4 py-2 not-first:border-t not-first:border-line first:rounded-t-l last:rounded-b-l focus-within:z-1 hover:bg-[color-mix(in_oklab,var(--ink)_3%,transparent)]">
      <span className="w-12 shrink-0 truncate font-mono text-2xs font-medium text-ink-3">{board.key}</span>
      <div className="min-w-0 flex-1">
        {/* The link covers the row, the menu lies above it. */}
        <AppLink
          href={boardPath(board.id)}
          className="block truncate max-sm:line-clamp-2 max-sm:whitespace-normal text-md font-strong outline-none before:absolute before:inset-0 before:rounded-[inherit] focus-visible:before:outline-2 focus-visible:before:-outline-offset-2 focus-visible:before:outline-focus"
        >
          {board.name}
        </AppLink>
        {notes.length > 0 && <p className="truncate text-xs text-ink-3">{notes.join(" · ")}</p>}
      </div>
      {board.isDemo && board.role === "owner" && (
        <Button tone="quiet" className="relative max-sm:hidden" onClick={onMoveToTrash}>
          {boardsStrings.removeDemo}
        </Button>
      )}
      <p className="shrink-0 text-xs text-ink-3">{boardsStrings.open(board.openTasks)}</p>
      {/* Only the owner can rename and remove; the space stays, so that the numbers line up. */}
      <div className="relative w-(--control-s) shrink-0">
        {board.role === "owner" && (
          <Menu
            align="end"
            label={boardsStrings.menuOf(board.name)}
            trigger={
              <button type="button" aria-label={boardsStrings.menuOf(board.name)} className={iconButtonClass()}>
                <Ellipsis size={14} aria-hidden />
              </button>
            }
          >
            <MenuItem icon={<Pencil size={14} aria-hidden />} onSelect={onRename}>
              {boardsStrings.rename}
            </MenuItem>
            <MenuSeparator />
            <MenuItem icon={<Trash2 size={14} aria-hidden />} tone="danger" onSelect={onMoveToTrash}>
              {board.isDemo ? boardsStrings.removeDemo : boardsStrings.moveToTrash}
            </MenuItem>
          </Menu>
        )}
      </div>
    </li>
  );
}
