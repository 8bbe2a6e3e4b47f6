"use client";

import dynamic from "next/dynamic";
import { designStrings } from "./design.strings.ts";

/** The design page, fetched when somebody asks for it and drawn in the browser alone: it measures what it shows. */
export const DesignPage = dynamic(() => import("./design-screen.tsx").then(({ DesignScreen }) => DesignScreen), {
  ssr: false,
  loading: () => (
    <main aria-busy="true" className="p-8 text-md text-ink-2">
      {designStrings.loading}
    </main>
  ),
});
