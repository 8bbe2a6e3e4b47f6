"use client";

import { useEffect, useState } from "react";
import type { DateReader } from "@kanban/domain/capture-syntax/capture-token";
import { loadDateReader } from "./dates/load-date-reader.ts";

/** The reader of dates once it is there; without a network it may never be, and dates stay words. */
export function useDateReader(): DateReader | undefined {
  const [reader, setReader] = useState<DateReader>();
  useEffect(() => {
    let isWanted = true;
    loadDateReader().then(
      (loaded) => isWanted && setReader(() => loaded),
      () => null,
    );
    return () => {
      isWanted = false;
    };
  }, []);
  return reader;
}
