import type { Metadata } from "next";
import { Suspense } from "react";
import { PairScreen } from "../../../features/pair/pair-screen.tsx";
import { pairStrings } from "../../../features/pair/pair.strings.ts";

export const metadata: Metadata = { title: pairStrings.title };

/** The code stands in the address, which is only known in the browser. */
export default function PairPage() {
  return (
    <Suspense>
      <PairScreen />
    </Suspense>
  );
}
