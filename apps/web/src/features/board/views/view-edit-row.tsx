"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useState } from "react";
import type { SavedView } from "@kanban/domain/entities";
import { IconButton } from "../../../components/ui/icon-button.tsx";
import { InlineName } from "../column/inline-name.tsx";
import { useScreen } from "../state/screen.tsx";
import { removeView } from "./remove-view.ts";
import { viewStrings } from "./view.strings.ts";

/** One saved view, to rename, move and delete. */
export function ViewEditRow({
  view,
  above,
  below,
}: {
  view: SavedView;
  above: SavedView | null;
  below: SavedView | null;
}) {
  const screen = useScreen();
  const [isRenaming, setRenaming] = useState(false);
  const { id: viewId, name } = view;
  return (
    <div className="flex min-h-8 items-center gap-0.5 pr-1 pl-2 text-sm touch:min-h-11">
      <span className="flex min-w-0 flex-1">
        <InlineName
          name={name}
          label={viewStrings.name}
          renameLabel={viewStrings.rename(name)}
          isEditing={isRenaming}
          onEdit={setRenaming}
          onRename={(next) => screen.mutate("view.update", { viewId, name: next })}
        />
      </span>
      <IconButton
        label={viewStrings.moveUp(name)}
        disabled={!above}
        onClick={() => above && screen.mutate("view.move", { viewId, beforeId: above.id })}
      >
        <ArrowUp size={14} aria-hidden />
      </IconButton>
      <IconButton
        label={viewStrings.moveDown(name)}
        disabled={!below}
        onClick={() => below && screen.mutate("view.move", { viewId, afterId: below.id })}
      >
        <ArrowDown size={14} aria-hidden />
      </IconButton>
      <IconButton label={viewStrings.remove(name)} onClick={() => removeView(screen, view)}>
        <Trash2 size={14} aria-hidden />
      </IconButton>
    </div>
  );
}
