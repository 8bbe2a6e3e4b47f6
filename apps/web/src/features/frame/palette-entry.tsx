"use client";

import { Search } from "lucide-react";
import { iconButtonClass } from "../../components/ui/icon-button.tsx";
import { Kbd } from "../../components/ui/kbd.tsx";
import { showPalette } from "../keyboard/keyboard-layer.ts";
import { useFirstKey } from "../keyboard/use-first-key.ts";
import { frameStrings } from "./frame.strings.ts";

/** Opens the palette: a field-like button in the rail, an icon in the phone's header. */
export function PaletteEntry({ place }: { place: "rail" | "header" }) {
  const firstKey = useFirstKey();
  // The focus stays where it is: the palette acts on the card that has it.
  const keepFocus = (event: React.MouseEvent) => event.preventDefault();
  if (place === "header") {
    return (
      <button
        type="button"
        aria-label={frameStrings.palette}
        aria-haspopup="dialog"
        onMouseDown={keepFocus}
        onClick={showPalette}
        className={iconButtonClass("size-(--control)!")}
      >
        <Search size={18} aria-hidden />
      </button>
    );
  }
  const keys = firstKey("palette");
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onMouseDown={keepFocus}
      onClick={showPalette}
      className="flex min-h-[30px] w-full items-center gap-2 rounded-m border border-line-strong bg-surface px-2 text-sm text-ink-3 transition-colors duration-(--fast) hover:border-edge hover:text-ink-2 touch:min-h-11"
    >
      <Search size={14} aria-hidden className="shrink-0" />
      <span className="min-w-0 flex-1 truncate text-left">{frameStrings.palette}</span>
      {keys && <Kbd>{keys}</Kbd>}
    </button>
  );
}
