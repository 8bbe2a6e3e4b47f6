"use client";

import { Toaster } from "../../components/ui/toast.tsx";
import { TooltipLayer } from "../../components/ui/tooltip-layer.tsx";
import { BrandMark } from "../frame/brand-mark.tsx";
import { BoardSection } from "./board-section.tsx";
import { ColourSection } from "./colour-section.tsx";
import { ControlSection } from "./control-section.tsx";
import { designStrings } from "./design.strings.ts";
import { FieldSection } from "./field-section.tsx";
import { LayerSection } from "./layer-section.tsx";
import { ScaleSection } from "./scale-section.tsx";
import { StateSection } from "./state-section.tsx";

/** The design system on one page. */
export function DesignScreen() {
  return (
    <>
      <main className="mx-auto grid max-w-[1320px] gap-10 px-6 pt-8 pb-24 max-sm:px-3">
        <header className="grid gap-2">
          <h1 className="flex items-center gap-3 text-2xl font-bold tracking-[-0.02em]">
            <BrandMark size={26} />
            {designStrings.title}
          </h1>
          <p className="max-w-prose text-md text-pretty text-ink-2">{designStrings.intro}</p>
        </header>
        <ColourSection />
        <ScaleSection />
        <ControlSection />
        <FieldSection />
        <LayerSection />
        <StateSection />
        <BoardSection />
      </main>
      <Toaster />
      <TooltipLayer />
    </>
  );
}
