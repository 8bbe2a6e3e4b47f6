import type { LucideIcon } from "lucide-react";
import { Inbox, Mail, MonitorSmartphone, SunMoon } from "lucide-react";
import { captureSettingsStrings } from "./capture/capture-settings.strings.ts";
import { devicesStrings } from "./devices/devices.strings.ts";
import { mailStrings } from "./mail/mail.strings.ts";
import { appearanceStrings } from "./appearance/appearance.strings.ts";

export type SettingsSection = { path: `/settings/${string}`; label: string; icon: LucideIcon };

/** The sections of the settings in the order they are listed: one line for each page under /settings. */
export const settingsSections: readonly SettingsSection[] = [
  { path: "/settings/appearance", label: appearanceStrings.title, icon: SunMoon },
  { path: "/settings/capture", label: captureSettingsStrings.title, icon: Inbox },
  { path: "/settings/devices", label: devicesStrings.title, icon: MonitorSmartphone },
  { path: "/settings/mail", label: mailStrings.title, icon: Mail },
];
