"use client";

import { classNames } from "../../../components/ui/class-names.ts";
import { useScreen, useScreenPart } from "../state/screen.tsx";
import { keepLayout } from "./layout-in-address.ts";
import { layoutIcons } from "./layout-icons.ts";
import { layoutStrings } from "./layout.strings.ts";
import { layouts } from "@kanban/domain/view-values";

/** Board, list or calendar: one press changes how the same tasks are shown. */
export function LayoutSwitcher() {
  const screen = useScreen();
  const current = useScreenPart((state) => state.layout);
  return (
    <div role="group" aria-label={layoutStrings.label} className="flex shrink-0 rounded-m bg-sunken p-0.5">
      {layouts.map((layout) => {
        const Icon = layoutIcons[layout];
        return (
          <button
            key={layout}
            type="button"
            aria-pressed={layout === current}
            onClick={() => {
              screen.store.set({ layout });
              keepLayout(screen.boardId, layout);
            }}
            className={classNames(
              "inline-flex h-6 items-center gap-1.5 rounded-[6px] px-2.5 text-xs font-medium transition-colors duration-(--fast) touch:h-11 touch:min-w-11 touch:justify-center touch:px-3",
              layout === current ? "bg-surface text-ink shadow-1 forced-colors:outline" : "text-ink-2 hover:text-ink",
            )}
          >
            <Icon size={15} aria-hidden className="hidden max-sm:block" />
            <span className="max-sm:sr-only">{layoutStrings.names[layout]}</span>
          </button>
        );
      })}
    </div>
  );
}
