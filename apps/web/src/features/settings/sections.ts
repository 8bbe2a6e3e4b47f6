import type { LucideIcon } from "lucide-react";
import { SunMoon } from "lucide-react";
import { appearanceStrings } from "./appearance/appearance.strings.ts";

export type SettingsSection = { path: `/settings/${string}`; label: string; icon: LucideIcon };

/** The sections of the settings in the order they are listed: one line for each page under /settings. */
export const settingsSections: readonly SettingsSection[] = [
  { path: "/settings/appearance", label: appearanceStrings.title, icon: SunMoon },
];
