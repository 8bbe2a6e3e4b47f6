import type { Metadata } from "next";
import { Suspense } from "react";
import { SearchScreen } from "../../../features/search/search-screen.tsx";
import { searchStrings } from "../../../features/search/search.strings.ts";

export const metadata: Metadata = { title: searchStrings.title };

/** What is searched stands in the address, which is only known in the browser. */
export default function SearchPage() {
  return (
    <Suspense>
      <SearchScreen />
    </Suspense>
  );
}
