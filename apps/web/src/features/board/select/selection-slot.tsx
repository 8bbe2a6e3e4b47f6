"use client";

import dynamic from "next/dynamic";
import { useEffect } from "react";
import { useScreenPart } from "../state/screen.tsx";
import { selectStrings } from "./select.strings.ts";
import { useSelectionKeys } from "./use-selection-keys.ts";

const load = () => import("./bar/selection-bar.tsx").then((module) => module.SelectionBar);
const SelectionBar = dynamic(load, { ssr: false });

/** Where the bar of chosen tasks appears. Its code comes when the board has been drawn, so that it is there at once. */
export function SelectionSlot() {
  const hasSome = useScreenPart((state) => state.selection.ids.size > 0);
  useSelectionKeys();
  useEffect(() => {
    const preload = setTimeout(() => void load(), 2_000);
    return () => clearTimeout(preload);
  }, []);
  return (
    <>
      <span id="card-is-selected" hidden>
        {selectStrings.cardIsSelected}
      </span>
      {hasSome && <SelectionBar />}
    </>
  );
}
