"use client";

import { Check } from "lucide-react";
import type { SavedView } from "@kanban/domain/entities";
import { layoutIcons } from "../layout/layout-icons.ts";
import { useScreen, useScreenPart } from "../state/screen.tsx";
import { openView } from "./open-view.ts";

/** One saved view, to open. */
export function ViewRow({ view }: { view: SavedView }) {
  const screen = useScreen();
  const isOpened = useScreenPart((state) => state.savedView === view.id);
  const Icon = layoutIcons[view.layout];
  return (
    <button
      type="button"
      aria-current={isOpened || undefined}
      onClick={() => openView(screen, view.id)}
      className="flex min-h-8 w-full items-center gap-2 rounded-[6px] px-2 text-left text-sm hover:bg-[color-mix(in_oklab,var(--ink)_7%,transparent)] touch:min-h-11"
    >
      <Icon size={14} aria-hidden className="shrink-0 text-ink-3" />
      <span className="min-w-0 flex-1 truncate">{view.name}</span>
      {isOpened && <Check size={14} aria-hidden className="shrink-0 text-accent" />}
    </button>
  );
}
