"use client";

import { Plus } from "lucide-react";
import { type RefObject, useCallback, useRef, useState } from "react";
import type { Column } from "@kanban/domain/entities";
import { AppLink } from "../../../components/ui/app-link.tsx";
import { buttonClass } from "../../../components/ui/button.tsx";
import { IconButton } from "../../../components/ui/icon-button.tsx";
import { clarifyBoardPath } from "../../clarify/clarify-path.ts";
import { strings } from "../board.strings.ts";
import { useDrag } from "../drag/use-drag.ts";
import { useCanEdit, useScreen } from "../state/screen.tsx";
import { ColumnCount } from "./column-count.tsx";
import { ColumnIcon } from "./column-icon.tsx";
import { ColumnMenu } from "./column-menu.tsx";
import { InlineName } from "./inline-name.tsx";

/** A column's head: what it is, how full it is, what can be done with it; its handle for dragging. */
export function ColumnHeader({ column, shown, total }: { column: Column; shown: number; total: number }) {
  const screen = useScreen();
  const canEdit = useCanEdit();
  const [isEditing, setIsEditing] = useState(false);
  const ref: RefObject<HTMLElement | null> = useRef(null);
  const drag = useCallback<NonNullable<Parameters<typeof useDrag>[1]>>(
    (kit, board, element) => kit.makeColumnDraggable(board, element, column.id),
    [column.id],
  );
  useDrag(ref, canEdit ? drag : null);
  return (
    <header
      ref={ref}
      className="flex items-center gap-1.5 rounded-t-l bg-sunken px-3 pt-2 pb-1 text-sm font-bold touch:pt-0.5 touch:pr-1 touch:pb-0"
    >
      <ColumnIcon kind={column.kind} />
      <h2 className="flex min-w-0 items-center">
        {canEdit ? (
          <InlineName
            name={column.name}
            label={strings.column.nameLabel}
            renameLabel={strings.column.rename(column.name)}
            isEditing={isEditing}
            onEdit={setIsEditing}
            onRename={(name) => screen.mutate("column.update", { columnId: column.id, name })}
          />
        ) : (
          <span className="truncate">{column.name}</span>
        )}
      </h2>
      <ColumnCount shown={shown} total={total} limit={column.wipLimit} />
      {canEdit && (
        <span className="-mr-1.5 ml-auto flex items-center">
          {column.kind === "inbox" && total > 0 && (
            <AppLink
              href={clarifyBoardPath(screen.boardId)}
              className={buttonClass("quiet", "h-(--control-s)! px-1.5!")}
            >
              {strings.column.clarify}
            </AppLink>
          )}
          <IconButton
            label={strings.column.addAtTop(column.name)}
            onClick={() => screen.store.set({ composer: { columnId: column.id, edge: "top" } })}
          >
            <Plus size={14} aria-hidden />
          </IconButton>
          <ColumnMenu column={column} onRename={() => setIsEditing(true)} />
        </span>
      )}
    </header>
  );
}
