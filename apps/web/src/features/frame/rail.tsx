"use client";

import { AppLink } from "../../components/ui/app-link.tsx";
import { CaptureEntry } from "../capture/capture-entry.tsx";
import { BrandMark } from "./brand-mark.tsx";
import { ConnectionPill } from "./connection-pill.tsx";
import { frameStrings } from "./frame.strings.ts";
import { PaletteEntry } from "./palette-entry.tsx";
import { PlaceLinks } from "./place-links.tsx";
import { RailBoards } from "./rail-boards.tsx";
import { UserMenu } from "./user-menu.tsx";

/** The left rail of wide screens. */
export function Rail() {
  return (
    <nav
      aria-label={frameStrings.mainNavigation}
      className="flex min-h-0 flex-col gap-0.5 overflow-y-auto border-r border-line px-2 pt-3 pb-[max(12px,env(safe-area-inset-bottom))] max-sm:hidden"
    >
      <AppLink href="/boards" className="flex items-center gap-2 rounded-m px-2 pt-1 pb-1 font-bold tracking-[-0.01em]">
        <BrandMark />
        {frameStrings.product}
      </AppLink>
      <div className="mt-3 grid gap-1.5">
        <PaletteEntry place="rail" />
        <CaptureEntry place="rail" />
        <PlaceLinks />
      </div>
      <RailBoards />
      <div className="mt-auto grid gap-1 pt-3">
        <UserMenu side="top" withName />
        <div className="px-2 py-1.5">
          <ConnectionPill />
        </div>
      </div>
    </nav>
  );
}
