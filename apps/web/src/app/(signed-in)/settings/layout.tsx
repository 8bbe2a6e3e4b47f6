import type { Metadata } from "next";
import type { ReactNode } from "react";
import { SettingsFrame } from "../../../features/settings/settings-frame.tsx";
import { settingsStrings } from "../../../features/settings/settings.strings.ts";

export const metadata: Metadata = { title: settingsStrings.title };

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return <SettingsFrame>{children}</SettingsFrame>;
}
