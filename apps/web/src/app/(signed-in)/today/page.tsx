import type { Metadata } from "next";
import { Suspense } from "react";
import { ListSkeleton } from "../../../features/lists/list-skeleton.tsx";
import { TodayScreen } from "../../../features/today/today-screen.tsx";

import { todayStrings } from "../../../features/today/today.strings.ts";

export const metadata: Metadata = { title: todayStrings.title };

/** The filter stands in the address, which is only known in the browser. */
export default function TodayPage() {
  return (
    <Suspense fallback={<ListSkeleton title={todayStrings.title} />}>
      <TodayScreen />
    </Suspense>
  );
}
