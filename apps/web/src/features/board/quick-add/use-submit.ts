"use client";

import { useEffect } from "react";
import { dropEarlyEnter, noteEarlyEnter, useEarlyEnter } from "./early-enter.ts";
import { problemOf } from "./line-problem.tsx";
import type { Line } from "./use-line.ts";

/**
 * What Enter does: adds the line once it is read whole. Pressed before the reader of dates has come (or before the
 * field itself had), it counts as soon as it has.
 */
export function useSubmit(place: string, line: Line, add: (opens: boolean) => void): (opens: boolean) => void {
  const early = useEarlyEnter(place);
  const { isReading } = line;
  const isReady = problemOf(line) === null && line.task.title !== "";
  useEffect(() => {
    if (!early || isReading) return;
    dropEarlyEnter(place);
    if (isReady) add(early.opens);
  });
  return (opens) => {
    if (isReading) noteEarlyEnter(place, opens);
    else if (isReady) add(opens);
  };
}
