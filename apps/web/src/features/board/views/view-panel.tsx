"use client";

import { useState } from "react";
import { orderedViews } from "@kanban/domain/board-view";
import { Button } from "../../../components/ui/button.tsx";
import { useBoardPart, useCanEdit } from "../state/screen.tsx";
import { isSameList } from "../state/is-same-list.ts";
import { ChangedView } from "./changed-view.tsx";
import { SaveView } from "./save-view.tsx";
import { ViewEditRow } from "./view-edit-row.tsx";
import { ViewRow } from "./view-row.tsx";
import { viewStrings } from "./view.strings.ts";

/** The views of the board: one press opens one; those who may change the board keep them in order here. */
export function ViewPanel() {
  const canEdit = useCanEdit();
  const views = useBoardPart(orderedViews, isSameList);
  const [wantsEdit, setWantsEdit] = useState(false);
  const isEditing = wantsEdit && canEdit && views.length > 0;
  return (
    <>
      <div className="flex min-h-8 items-center justify-between gap-2 pr-1 pl-2">
        <h2 className="text-xs font-medium text-ink-3">{viewStrings.list}</h2>
        {canEdit && views.length > 0 && (
          <Button tone="quiet" className="h-6 px-2 text-xs touch:h-11" onClick={() => setWantsEdit(!isEditing)}>
            {isEditing ? viewStrings.endEdit : viewStrings.edit}
          </Button>
        )}
      </div>
      {views.length === 0 && (
        <p className="px-2 pb-2 text-sm text-pretty text-ink-3">
          {viewStrings.none} {canEdit && viewStrings.noneHint}
        </p>
      )}
      <ul className="grid">
        {views.map((view, index) => (
          <li key={view.id}>
            {isEditing ? (
              <ViewEditRow view={view} above={views[index - 1] ?? null} below={views[index + 1] ?? null} />
            ) : (
              <ViewRow view={view} />
            )}
          </li>
        ))}
      </ul>
      {canEdit && !isEditing && (
        <>
          <ChangedView />
          <SaveView />
        </>
      )}
    </>
  );
}
