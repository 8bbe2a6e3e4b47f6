"use client";

import { useEffect, useState } from "react";
import type { DateReader } from "@kanban/domain/capture-syntax/capture-token";
import { loadDateReader } from "./dates/load-date-reader.ts";

type Reading = { readDates: DateReader | undefined; isReading: boolean };

/** The reader of dates once it is there (`isReading` until then); without a network it may fail, and dates stay words. */
export function useDateReader(): Reading {
  const [reading, setReading] = useState<Reading>({ readDates: undefined, isReading: true });
  useEffect(() => {
    let isWanted = true;
    const become = (readDates: DateReader | undefined) => isWanted && setReading({ readDates, isReading: false });
    loadDateReader().then(become, () => become(undefined));
    return () => {
      isWanted = false;
    };
  }, []);
  return reading;
}
