import type { Metadata } from "next";
import { Suspense } from "react";
import { ClarifyScreen } from "../../../features/clarify/clarify-screen.tsx";
import { DeckSkeleton } from "../../../features/clarify/deck-skeleton.tsx";
import { clarifyStrings } from "../../../features/clarify/clarify.strings.ts";

export const metadata: Metadata = { title: clarifyStrings.title };

/** The board stands in the address, which is only known in the browser. */
export default function ClarifyPage() {
  return (
    <Suspense fallback={<DeckSkeleton />}>
      <ClarifyScreen />
    </Suspense>
  );
}
