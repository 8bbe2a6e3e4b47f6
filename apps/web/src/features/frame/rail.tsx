"use client";

import { LayoutGrid } from "lucide-react";
import { AppLink } from "../../components/ui/app-link.tsx";
import { usePathname } from "next/navigation";
import { BrandMark } from "./brand-mark.tsx";
import { ConnectionPill } from "./connection-pill.tsx";
import { frameStrings } from "./frame.strings.ts";
import { PaletteEntry } from "./palette-entry.tsx";
import { RailBoards } from "./rail-boards.tsx";
import { RailLink } from "./rail-link.tsx";
import { UserMenu } from "./user-menu.tsx";

/** The left rail of wide screens. */
export function Rail() {
  const pathname = usePathname();
  return (
    <nav
      aria-label={frameStrings.mainNavigation}
      className="flex min-h-0 flex-col gap-0.5 border-r border-line px-2 pt-3 pb-[max(12px,env(safe-area-inset-bottom))] max-sm:hidden"
    >
      <AppLink href="/boards" className="flex items-center gap-2 rounded-m px-2 pt-1 pb-1 font-bold tracking-[-0.01em]">
        <BrandMark />
        {frameStrings.product}
      </AppLink>
      <div className="mt-3 grid gap-1.5">
        <PaletteEntry place="rail" />
        <RailLink href="/boards" isCurrent={pathname === "/boards"}>
          <LayoutGrid size={14} aria-hidden className="shrink-0" />
          {frameStrings.allBoards}
        </RailLink>
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
