"use client";

import { type SubmitEvent, useState } from "react";
import type { SavedViewId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { Button } from "../../../components/ui/button.tsx";
import { fieldClass } from "../../../components/ui/text-field.tsx";
import { showToast } from "../../../components/ui/toast.tsx";
import { newId } from "../../../sync/new-id.ts";
import { useScreen, useScreenPart } from "../state/screen.tsx";
import { writeLook } from "./look-in-address.ts";
import { viewStrings } from "./view.strings.ts";

/** Keeps the present filter, layout and grouping under a name; offered once there is something to keep. */
export function SaveView() {
  const screen = useScreen();
  const hasLook = useScreenPart(({ query, grouping }) => query !== "" || grouping !== null);
  const [name, setName] = useState("");
  if (!hasLook) return null;
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    const { query, layout, grouping } = screen.store.get();
    const savedView = newId<SavedViewId>();
    const look = { layout, grouping };
    const { refused } = screen.mutate("view.create", { viewId: savedView, name: name.trim(), filter: query, ...look });
    if (refused) return;
    setName("");
    screen.store.set({ savedView, isViewListOpen: false });
    writeLook({ query, ...look, savedView });
    showToast(viewStrings.saved(name.trim()));
  };
  return (
    <form onSubmit={handleSubmit} className="mt-1 grid gap-1.5 border-t border-line px-2 pt-2 pb-1">
      <label className="grid gap-1 text-xs font-medium text-ink-3">
        {viewStrings.saveAs}
        <span className="flex gap-1.5">
          <input
            aria-label={viewStrings.name}
            placeholder={viewStrings.name}
            value={name}
            maxLength={limits.name}
            onChange={(event) => setName(event.currentTarget.value)}
            className={fieldClass}
          />
          <Button type="submit" tone="primary" className="h-8 touch:h-11">
            {viewStrings.save}
          </Button>
        </span>
      </label>
    </form>
  );
}
