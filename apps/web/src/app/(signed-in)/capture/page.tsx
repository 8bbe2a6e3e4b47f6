import type { Metadata } from "next";
import { Suspense } from "react";
import { captureEntryStrings } from "../../../features/capture/capture-entry.strings.ts";
import { CaptureScreen } from "../../../features/capture/screen/capture-screen.tsx";
import { CaptureSkeleton } from "../../../features/capture/screen/capture-skeleton.tsx";

export const metadata: Metadata = { title: captureEntryStrings.capture };

/** What a bookmarklet or another app hands over stands in the address or on the device: both known in the browser only. */
export default function CapturePage() {
  return (
    <Suspense fallback={<CaptureSkeleton />}>
      <CaptureScreen />
    </Suspense>
  );
}
