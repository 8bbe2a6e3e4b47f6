"use client";

import { useEffect, useState } from "react";

/** A pause in typing after which the server is asked: shorter than a second thought, longer than a key press. */
const pauseMs = 140;

/** What has been typed, once somebody pauses. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(waiting);
  }, [value]);
  return settled;
}
