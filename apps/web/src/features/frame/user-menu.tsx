"use client";

import { useState } from "react";
import { Avatar } from "../../components/ui/avatar.tsx";
import { classNames } from "../../components/ui/class-names.ts";
import { Menu } from "../../components/ui/menu.tsx";
import { lazyPart } from "../../lazy/lazy-part.tsx";
import { useSignedInUser } from "../auth/signed-in.tsx";
import { frameStrings } from "./frame.strings.ts";

const UserMenuItems = lazyPart(() => import("./user-menu-items.tsx").then((module) => module.UserMenuItems));
const SignOutDialog = lazyPart(() => import("./sign-out-dialog.tsx").then((module) => module.SignOutDialog));

/** The person's own menu: theme, density, keys, signing out. */
export function UserMenu({ side, withName }: { side: "top" | "bottom"; withName: boolean }) {
  const user = useSignedInUser();
  const [isAsking, setAsking] = useState(false);
  if (!user) return null;

  return (
    <>
      <Menu
        side={side}
        align={withName ? "start" : "end"}
        label={frameStrings.userMenu(user.name)}
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
        <UserMenuItems onAsk={() => setAsking(true)} />
      </Menu>
      {isAsking && <SignOutDialog onClose={() => setAsking(false)} />}
    </>
  );
}
