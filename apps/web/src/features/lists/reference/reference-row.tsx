"use client";

import { Paperclip, Undo2 } from "lucide-react";
import { AppLink } from "../../../components/ui/app-link.tsx";
import { IconButton } from "../../../components/ui/icon-button.tsx";
import { useFirstKey } from "../../keyboard/use-first-key.ts";
import { agoWords } from "../../task/moment-words.ts";
import { taskPath } from "../../task/task-location.ts";
import { rowClass } from "../row-class.ts";
import { referenceStrings } from "./reference.strings.ts";
import type { ReferenceEntry } from "./use-reference.ts";

/** One thing that is kept: its title, how its notes begin, and the way back to its board. */
export function ReferenceRow({ entry, onBringBack }: { entry: ReferenceEntry; onBringBack: () => void }) {
  const { taskId, boardId, boardKey, number, title, notes, attachmentCount, referenceAt, canEdit } = entry;
  const firstKey = useFirstKey();
  return (
    <li data-row={taskId} className={rowClass}>
      <div className="grid min-w-0 flex-1 gap-0.5 pl-1.5 touch:py-2.5">
        <AppLink
          href={taskPath(boardId, { id: taskId, number, title })}
          className="w-fit max-w-full rounded-s text-md leading-5 font-title text-pretty wrap-anywhere text-ink hover:underline"
        >
          {title}
        </AppLink>
        {notes !== "" && <p className="line-clamp-2 text-xs text-pretty wrap-anywhere text-ink-2">{notes}</p>}
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5 text-xs text-ink-3">
          <span className="font-mono text-2xs font-medium">
            {boardKey}-{number}
          </span>
          <span>{referenceStrings.kept(agoWords(referenceAt, new Date()))}</span>
          {attachmentCount > 0 && (
            <span className="inline-flex items-center gap-1">
              <Paperclip size={12} aria-hidden />
              {referenceStrings.files(attachmentCount)}
            </span>
          )}
        </p>
      </div>
      {canEdit && (
        <div className="flex shrink-0 items-center opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100 touch:opacity-100">
          <IconButton label={referenceStrings.bringBackOf(title)} keys={firstKey("row-activate")} onClick={onBringBack}>
            <Undo2 size={14} aria-hidden />
          </IconButton>
        </div>
      )}
    </li>
  );
}
