"use client";

import { type ReactElement, useRef } from "react";
import type { Facet } from "@kanban/domain/filter/filter";
import { Popover } from "../../../components/ui/popover.tsx";
import { lazyPart } from "../../../lazy/lazy-part.tsx";
import { useScreen, useScreenPart } from "../state/screen.tsx";
import { filterStrings } from "./filter.strings.ts";

const FilterPicker = lazyPart(() => import("./filter-picker.tsx").then((module) => module.FilterPicker));

/** What can be filtered by, under its trigger: one facet, or all of them. */
export function FilterPopover({ at, trigger }: { at: Facet | "all"; trigger: ReactElement<Record<string, unknown>> }) {
  const screen = useScreen();
  const isOpen = useScreenPart((state) => state.filterPicker === at);
  const field = useRef<HTMLInputElement>(null);
  return (
    <Popover
      label={at === "all" ? filterStrings.bar : filterStrings.add(filterStrings.facets[at])}
      open={isOpen}
      onOpenChange={(open) => screen.store.set({ filterPicker: open ? at : null })}
      initialFocus={field}
      isSheetOnPhone
      trigger={trigger}
    >
      <FilterPicker at={at} field={field} />
    </Popover>
  );
}
