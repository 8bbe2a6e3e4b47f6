"use client";

import { Eye } from "lucide-react";
import { type RefObject, useState } from "react";
import { strings } from "../board.strings.ts";
import { InlineName } from "../column/inline-name.tsx";
import { FilterField } from "../filter/filter-field.tsx";
import { LayoutSwitcher } from "../layout/layout-switcher.tsx";
import { CaptureButton } from "../quick-add/capture-button.tsx";
import { useBoardPart, useCanEdit, useScreen } from "../state/screen.tsx";
import { BoardMenu } from "./board-menu.tsx";
import { MemberFaces } from "./member-faces.tsx";

/** The head of the board: its name, its people, the filter and what can be done with the whole. */
export function BoardHeader({ filter }: { filter: RefObject<HTMLInputElement | null> }) {
  const screen = useScreen();
  const name = useBoardPart((view) => view.board.name);
  const canEdit = useCanEdit();
  const [isEditing, setIsEditing] = useState(false);
  return (
    <header className="flex min-w-0 shrink-0 items-center gap-3 px-5 pt-3 pb-3 max-sm:gap-2 max-sm:px-4 max-sm:pt-1 max-sm:pb-2">
      <h1 className="flex min-w-0 items-center text-xl font-bold tracking-[-0.015em] max-sm:sr-only">
        {canEdit ? (
          <InlineName
            name={name}
            label={strings.board.nameLabel}
            renameLabel={strings.board.rename}
            isEditing={isEditing}
            onEdit={setIsEditing}
            onRename={(next) => screen.mutate("board.update", { name: next })}
          />
        ) : (
          <span className="truncate">{name}</span>
        )}
      </h1>
      {!canEdit && (
        <span
          title={strings.board.readOnly}
          className="inline-flex items-center gap-1 rounded-full bg-sunken px-2 py-0.5 text-xs font-medium text-ink-2"
        >
          <Eye size={12} aria-hidden />
          {strings.board.readOnlyShort}
        </span>
      )}
      <LayoutSwitcher />
      <span className="flex-1 max-sm:hidden" />
      <MemberFaces />
      <FilterField field={filter} />
      <CaptureButton place="head" />
      <BoardMenu />
    </header>
  );
}
