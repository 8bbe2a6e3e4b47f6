"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { ArrowRight, X } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { IconButton } from "../../components/ui/icon-button.tsx";
import { Kbd } from "../../components/ui/kbd.tsx";
import { openHit } from "./open-hit.ts";
import { SearchPanel } from "./search-panel.tsx";
import { showSearch } from "./search-overlay-state.ts";
import { searchStrings } from "./search.strings.ts";

/** As many as fit without scrolling; the screen has the rest. */
const shown = 20;

/** The search over any screen; on a phone it is the whole screen. */
export function SearchOverlay() {
  const router = useRouter();
  const pathname = usePathname();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const close = () => showSearch(false);
  const toScreen = () => {
    close();
    router.push(`/search?q=${encodeURIComponent(typed.trim())}`);
  };
  return (
    <Base.Root open onOpenChange={(open) => showSearch(open)}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil motion-safe:animate-[veil-in_var(--medium)_var(--ease)]" />
        <Base.Popup
          initialFocus={field}
          className="fixed top-[10vh] left-1/2 z-40 flex max-h-[70vh] w-[min(40rem,calc(100vw-2rem))] -translate-x-1/2 flex-col overflow-hidden rounded-l border border-line bg-raised shadow-3 outline-none motion-safe:animate-[layer-in_var(--medium)_var(--ease)] max-sm:inset-0 max-sm:h-dvh max-sm:max-h-none max-sm:w-full max-sm:translate-x-0 max-sm:rounded-none max-sm:border-0 max-sm:pt-[env(safe-area-inset-top)]"
        >
          <Base.Title className="sr-only">{searchStrings.title}</Base.Title>
          <SearchPanel
            field={field}
            typed={typed}
            onType={setTyped}
            atMost={shown}
            onOpen={(hit) => {
              close();
              openHit(hit, pathname, (path) => router.push(path));
            }}
            aside={
              <IconButton label={searchStrings.keys.close} keys="Esc" onClick={close} className="sm:hidden">
                <X size={16} aria-hidden />
              </IconButton>
            }
          />
          <footer className="flex min-h-9 items-center gap-3 border-t border-line px-3 text-xs text-ink-3 max-sm:pb-[env(safe-area-inset-bottom)]">
            <span className="flex items-center gap-1 touch:hidden">
              <Kbd>↑</Kbd>
              <Kbd>↓</Kbd> {searchStrings.keys.move}
            </span>
            <span className="flex items-center gap-1 touch:hidden">
              <Kbd>Enter</Kbd> {searchStrings.keys.open}
            </span>
            <span className="flex items-center gap-1 touch:hidden">
              <Kbd>Esc</Kbd> {searchStrings.keys.close}
            </span>
            {typed.trim() !== "" && (
              <button
                type="button"
                onClick={toScreen}
                className="ml-auto flex min-h-8 items-center gap-1 rounded-s px-1 font-strong text-accent touch:min-h-11"
              >
                {searchStrings.all}
                <ArrowRight size={13} aria-hidden />
              </button>
            )}
          </footer>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
