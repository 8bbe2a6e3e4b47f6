"use client";

import { Plus } from "lucide-react";
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
    <span className="rounded-full bg-danger-soft px-1 text-2xs font-bold text-danger">
      {needPerson}
      <span className="sr-only"> {strings.needPerson}</span>
    </span>
  );
  if (place === "header")
    return (
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => showCapture()}
        aria-label={needPerson > 0 ? `${strings.open}, ${needPerson} ${strings.needPerson}` : strings.open}
        className={iconButtonClass("relative size-(--control)!")}
      >
        <Plus size={18} aria-hidden />
        {mark && <span className="absolute top-0 right-0">{mark}</span>}
      </button>
    );
  const keys = firstKey("capture");
  return (
    <button type="button" aria-haspopup="dialog" onClick={() => showCapture()} className={railRowClass(false)}>
      <Plus size={14} aria-hidden className="shrink-0" />
      {strings.open}
      {mark}
      {keys && <Kbd className="ml-auto">{keys}</Kbd>}
    </button>
  );
}
