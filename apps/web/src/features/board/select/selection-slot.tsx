"use client";

import { lazyPart } from "../../../lazy/lazy-part.tsx";
import { useScreenPart } from "../state/screen.tsx";
import { selectStrings } from "./select.strings.ts";
import { useSelectionKeys } from "./use-selection-keys.ts";

const SelectionBar = lazyPart(() => import("./bar/selection-bar.tsx").then((module) => module.SelectionBar));

/** Where the bar of chosen tasks appears. */
export function SelectionSlot() {
  const hasSome = useScreenPart((state) => state.selection.ids.size > 0);
  useSelectionKeys();
  return (
    <>
      <span id="card-is-selected" hidden>
        {selectStrings.cardIsSelected}
      </span>
      {hasSome && <SelectionBar />}
    </>
  );
}
