import type { Metadata } from "next";
import { DesignPage } from "../../features/design/design-page.tsx";
import { designStrings } from "../../features/design/design.strings.ts";

export const metadata: Metadata = { title: designStrings.title, robots: { index: false } };

export default function Design() {
  return <DesignPage />;
}
