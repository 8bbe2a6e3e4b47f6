"use client";

import { useState } from "react";
import { lazyModule } from "../../lazy/lazy-module.ts";
import { useLazyModule } from "../../lazy/use-lazy-module.ts";
import type { DialogProps } from "./dialog-sheet.tsx";

const sheet = lazyModule(() => import("./dialog-sheet.tsx"));

/** A modal dialog with a title; Esc and a press outside close it, focus returns to where it came from. */
export function Dialog(props: DialogProps) {
  const [wasOpened, setOpened] = useState(props.open);
  if (props.open && !wasOpened) setOpened(true);
  const loaded = useLazyModule(sheet, wasOpened);
  return loaded && <loaded.DialogSheet {...props} />;
}
