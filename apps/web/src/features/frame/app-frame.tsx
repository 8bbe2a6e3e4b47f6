"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { clarifyPath } from "../clarify/clarify-path.ts";
import { frameStrings } from "./frame.strings.ts";
import { PhoneHeader } from "./phone-header.tsx";
import { Rail } from "./rail.tsx";

/** The rail (or the phone's header) and beside it the screen, which scrolls in itself. The deck has the window to itself. */
export function AppFrame({ children }: { children: ReactNode }) {
  if (usePathname() === clarifyPath) return <main className="h-dvh">{children}</main>;
  return (
    <div className="grid h-dvh pr-[env(safe-area-inset-right)] pl-[env(safe-area-inset-left)] grid-cols-[216px_minmax(0,1fr)] max-sm:grid-cols-1 max-sm:grid-rows-[auto_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only z-50 rounded-m bg-ink px-3 py-2 text-sm text-canvas focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {frameStrings.skipToContent}
      </a>
      <Rail />
      <PhoneHeader />
      <main id="content" tabIndex={-1} className="flex min-h-0 min-w-0 flex-col outline-none">
        {children}
      </main>
    </div>
  );
}
