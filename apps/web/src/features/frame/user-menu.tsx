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
import { Avatar } from "../../components/ui/avatar.tsx";
import { Button } from "../../components/ui/button.tsx";
import { classNames } from "../../components/ui/class-names.ts";
import { Dialog } from "../../components/ui/dialog.tsx";
import { Menu, MenuItem, MenuRadioGroup, MenuSeparator } from "../../components/ui/menu.tsx";
import { useConnection } from "../../sync/use-connection.ts";
import { useSignedInUser } from "../auth/signed-in.tsx";
import { showCheatSheet, showKeyboardSettings } from "../keyboard/keyboard-layer.ts";
import { useFirstKey } from "../keyboard/use-first-key.ts";
import { chooseDensity, useDensity } from "../theme/density.ts";
import { chooseTheme, currentTheme, type Theme } from "../theme/theme.ts";
import { frameStrings } from "./frame.strings.ts";
import { useSignOut } from "./use-sign-out.ts";

const themeOptions = [
  { value: "light", label: frameStrings.themes.light, icon: <Sun size={14} aria-hidden /> },
  { value: "dark", label: frameStrings.themes.dark, icon: <Moon size={14} aria-hidden /> },
  { value: "system", label: frameStrings.themes.system, icon: <Monitor size={14} aria-hidden /> },
] as const;

const densityOptions = [
  { value: "comfortable", label: frameStrings.densities.comfortable, icon: <Rows3 size={14} aria-hidden /> },
  { value: "compact", label: frameStrings.densities.compact, icon: <Rows4 size={14} aria-hidden /> },
] as const;

/** The person's own menu: theme, density, keys, signing out. */
export function UserMenu({ side, withName }: { side: "top" | "bottom"; withName: boolean }) {
  const user = useSignedInUser();
  const { queued } = useConnection();
  const signOut = useSignOut();
  const router = useRouter();
  const firstKey = useFirstKey();
  const density = useDensity();
  const [theme, setTheme] = useState<Theme | null>(null);
  const [isAsking, setAsking] = useState(false);
  if (!user) return null;

  return (
    <>
      <Menu
        side={side}
        align={withName ? "start" : "end"}
        label={frameStrings.userMenu(user.name)}
        onOpenChange={(open) => open && setTheme(currentTheme())}
        trigger={
          <button
            type="button"
            aria-label={frameStrings.userMenu(user.name)}
            className={classNames(
              withName ? "px-1.5 text-left" : "min-w-(--control) justify-center",
              "flex min-h-9 items-center gap-2 rounded-m text-sm font-title text-ink-2 hover:bg-[color-mix(in_oklab,var(--ink)_6%,transparent)] hover:text-ink touch:min-h-11",
            )}
          >
            <Avatar id={user.id} name={user.name} size={24} labelled={false} />
            {withName && <span className="min-w-0 truncate">{user.name}</span>}
          </button>
        }
      >
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
        <MenuRadioGroup
          label={frameStrings.density}
          value={density}
          options={densityOptions}
          onChange={chooseDensity}
        />
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
        <MenuItem
          icon={<LogOut size={14} aria-hidden />}
          onSelect={() => (queued > 0 ? setAsking(true) : void signOut())}
        >
          {frameStrings.signOut}
        </MenuItem>
      </Menu>
      <Dialog
        open={isAsking}
        onOpenChange={setAsking}
        title={frameStrings.signOutTitle}
        description={frameStrings.signOutWithQueue(queued)}
      >
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => setAsking(false)}>{frameStrings.stay}</Button>
          <Button tone="danger" onClick={() => void signOut()}>
            {frameStrings.signOutAnyway}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
