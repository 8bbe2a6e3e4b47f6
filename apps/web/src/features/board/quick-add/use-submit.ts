"use client";

import { useEffect, useState } from "react";
import { takeEarlyEnter } from "./early-enter.ts";
import { problemOf } from "./line-problem.tsx";
import type { Line } from "./use-line.ts";

/**
 * What Enter does: adds the line once it is read whole. Pressed before the reader of dates has come (or before the
 * field itself had), it counts as soon as it has.
 */
export function useSubmit(place: string, line: Line, add: (opens: boolean) => void): (opens: boolean) => void {
  const [asked, setAsked] = useState<{ opens: boolean } | null>(null);
  useEffect(() => {
    const early = takeEarlyEnter(place);
    if (early) setAsked(early);
  }, [place]);
  const { isReading } = line;
  const isReady = problemOf(line) === null && line.task.title !== "";
  useEffect(() => {
    if (!asked || isReading) return;
    setAsked(null);
    if (isReady) add(asked.opens);
  });
  return (opens) => {
    if (isReading) setAsked({ opens });
    else if (isReady) add(opens);
  };
}
