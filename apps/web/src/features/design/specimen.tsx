"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** A state a hand would have to hold; `data-shown` stands for it in the variants of global.css. */
export type ShownState = "hover" | "focus";

/** One component in one state, with the state's name below it. */
export function Specimen({ label, shown, children }: { label: string; shown?: ShownState; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (shown) box.current?.querySelector("article, button, input, textarea, a")?.setAttribute("data-shown", shown);
  });
  return (
    <figure className="m-0 grid min-w-0 content-between justify-items-start gap-1.5">
      <div ref={box} className="w-full min-w-0">
        {children}
      </div>
      <figcaption className="text-2xs text-ink-3">{label}</figcaption>
    </figure>
  );
}

/** Specimens of one kind in a row. */
export function SpecimenRow({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  return (
    <div
      className={
        wide
          ? "grid grid-cols-[repeat(auto-fill,minmax(240px,1fr))] items-start gap-5"
          : "flex flex-wrap items-end gap-x-5 gap-y-4"
      }
    >
      {children}
    </div>
  );
}
