"use client";

import { useSearchParams } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import { startPreloading } from "../../../lazy/preload.ts";
import { captureEntryStrings } from "../capture-entry.strings.ts";
import { textOfPage } from "../capture-texts.ts";
import { WaitingList } from "../waiting-list.tsx";
import { ScreenForm } from "./screen-form.tsx";
import { screenStrings as strings } from "./screen.strings.ts";
import { SharedForm } from "./shared-form.tsx";

/** The page for capturing: empty, filled in by a bookmarklet's address, or with what another app has shared. */
export function CaptureScreen() {
  useEffect(startPreloading, []);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto grid w-full max-w-xl gap-4 px-5 pt-3 pb-12 max-sm:px-4 sm:pt-[6vh]">
        <h1 className="text-xl font-bold tracking-[-0.015em]">{captureEntryStrings.capture}</h1>
        <Content />
        <WaitingList />
      </div>
    </div>
  );
}

function Content(): ReactNode {
  const params = useSearchParams();
  const shared = params.get("shared");
  if (shared !== null) return <SharedForm key={shared} id={shared} />;
  const [title, text, url] = ["title", "text", "url"].map((name) => params.get(name) ?? "");
  const filledIn = textOfPage({ title, text, url });
  const isLost = params.get("lost") !== null;
  return (
    <>
      {isLost && (
        <div role="alert" className="grid gap-0.5 rounded-m bg-danger-soft px-3 py-2 text-sm text-danger">
          <strong>{strings.lostTitle}</strong>
          {strings.lostText}
        </div>
      )}
      <ScreenForm
        key={params.toString()}
        place={filledIn === "" ? "capture/page" : `capture/page/${filledIn.slice(0, 500)}`}
        filledIn={filledIn}
        note={filledIn === "" ? strings.own : strings.fromPage}
        source="web"
      />
    </>
  );
}
