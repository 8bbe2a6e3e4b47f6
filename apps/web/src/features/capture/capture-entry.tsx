"use client";

import { PenLine } from "lucide-react";
import { iconButtonClass } from "../../components/ui/icon-button.tsx";
import { Kbd } from "../../components/ui/kbd.tsx";
import { railRowClass } from "../frame/rail-link.tsx";
import { useFirstKey } from "../keyboard/use-first-key.ts";
import { showCapture } from "./capture-layer.ts";
import { captureEntryStrings as strings } from "./capture-entry.strings.ts";
import { useCapturesWaiting } from "./captures-waiting.ts";

/** Opens the capture dialog: a row of the rail, an icon in the phone's header; tells when a capture needs its person. */
export function CaptureEntry({ place }: { place: "rail" | "header" }) {
  const firstKey = useFirstKey();
  const { needPerson } = useCapturesWaiting();
  const mark = needPerson > 0 && (
    <span className="grid h-4 min-w-4 place-items-center rounded-full bg-danger-soft px-1 text-2xs font-bold text-danger">
      <span aria-hidden>{needPerson}</span>
      <span className="sr-only">{strings.needPerson(needPerson)}</span>
    </span>
  );
  if (place === "header")
    return (
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => showCapture()}
        className={iconButtonClass("relative size-(--control)!")}
      >
        <PenLine size={18} aria-hidden />
        <span className="sr-only">{strings.open}</span>
        {mark && <span className="absolute top-0 right-0">{mark}</span>}
      </button>
    );
  const keys = firstKey("capture");
  return (
    <button type="button" aria-haspopup="dialog" onClick={() => showCapture()} className={railRowClass(false)}>
      <PenLine size={14} aria-hidden className="shrink-0" />
      {strings.open}
      {mark}
      {keys && <Kbd className="ml-auto">{keys}</Kbd>}
    </button>
  );
}
