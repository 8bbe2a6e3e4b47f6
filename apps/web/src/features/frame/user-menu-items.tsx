"use client";

import {
  Activity,
  Keyboard,
  LogOut,
  Monitor,
  Moon,
  Rows3,
  Rows4,
  Settings2,
  SlidersHorizontal,
  Sun,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { MenuItem, MenuRadioGroup, MenuSeparator } from "../../components/ui/menu.tsx";
import { useSignedInUser } from "../auth/signed-in.tsx";
import { showCheatSheet, showKeyboardSettings } from "../keyboard/keyboard-layer.ts";
import { useFirstKey } from "../keyboard/use-first-key.ts";
import { chooseDensity, useDensity } from "../theme/density.ts";
import { chooseTheme, currentTheme } from "../theme/theme.ts";
import { frameStrings } from "./frame.strings.ts";
import { useSignOut } from "./use-sign-out.ts";
import { useUnsaved } from "./use-unsaved.ts";

const themeOptions = [
  { value: "light", label: frameStrings.themes.light, icon: <Sun size={14} aria-hidden /> },
  { value: "dark", label: frameStrings.themes.dark, icon: <Moon size={14} aria-hidden /> },
  { value: "system", label: frameStrings.themes.system, icon: <Monitor size={14} aria-hidden /> },
] as const;

const densityOptions = [
  { value: "comfortable", label: frameStrings.densities.comfortable, icon: <Rows3 size={14} aria-hidden /> },
  { value: "compact", label: frameStrings.densities.compact, icon: <Rows4 size={14} aria-hidden /> },
] as const;

/** What stands in the person's own menu; `onAsk` is told when signing out would lose changes. */
export function UserMenuItems({ onAsk }: { onAsk: () => void }) {
  const user = useSignedInUser();
  const unsaved = useUnsaved();
  const signOut = useSignOut();
  const router = useRouter();
  const firstKey = useFirstKey();
  const density = useDensity();
  const [theme, setTheme] = useState(currentTheme);
  if (!user) return null;
  return (
    <>
      <div className="px-2 pt-1.5 pb-2 text-xs text-ink-3">
        <div className="truncate text-sm font-strong text-ink">{user.name}</div>
        <div className="truncate">{user.email}</div>
      </div>
      <MenuSeparator />
      <MenuRadioGroup
        label={frameStrings.theme}
        value={theme}
        options={themeOptions}
        onChange={(next) => {
          chooseTheme(next);
          setTheme(next);
        }}
      />
      <MenuRadioGroup label={frameStrings.density} value={density} options={densityOptions} onChange={chooseDensity} />
      <MenuSeparator />
      {user.isAdmin && (
        <MenuItem icon={<Activity size={14} aria-hidden />} onSelect={() => router.push("/operations")}>
          {frameStrings.operations}
        </MenuItem>
      )}
      <MenuItem
        icon={<SlidersHorizontal size={14} aria-hidden />}
        keys={firstKey("go-settings")}
        onSelect={() => router.push("/settings/appearance")}
      >
        {frameStrings.settings}
      </MenuItem>
      <MenuItem icon={<Keyboard size={14} aria-hidden />} keys={firstKey("show-keys")} onSelect={showCheatSheet}>
        {frameStrings.keyboard}
      </MenuItem>
      <MenuItem icon={<Settings2 size={14} aria-hidden />} onSelect={showKeyboardSettings}>
        {frameStrings.changeKeys}
      </MenuItem>
      <MenuItem icon={<LogOut size={14} aria-hidden />} onSelect={() => (unsaved > 0 ? onAsk() : void signOut())}>
        {frameStrings.signOut}
      </MenuItem>
    </>
  );
}
