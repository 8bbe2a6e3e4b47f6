"use client";

import { Ellipsis } from "lucide-react";
import { Fragment } from "react";
import { IconButton, iconButtonClass } from "../../components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../components/ui/menu.tsx";
import { useFirstKey } from "../keyboard/use-first-key.ts";
import type { RowAct } from "./row-act.ts";

/** What can be done with a row: its main acts as buttons where there is room, all of them in a menu. */
export function RowActs({ label, acts }: { label: string; acts: readonly (readonly RowAct[])[] }) {
  const firstKey = useFirstKey();
  const keysOf = ({ command }: RowAct) => command && firstKey(command);
  const groups = acts.filter((group) => group.length > 0);
  return (
    <div className="flex shrink-0 items-center opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100 touch:opacity-100">
      {groups.flat().map(
        (act) =>
          act.name && (
            <IconButton key={act.label} label={act.name} keys={keysOf(act)} onClick={act.run} className="max-sm:hidden">
              {act.icon}
            </IconButton>
          ),
      )}
      <Menu
        align="end"
        label={label}
        trigger={
          <button type="button" aria-label={label} className={iconButtonClass()}>
            <Ellipsis size={14} aria-hidden />
          </button>
        }
      >
        {groups.map((group, index) => (
          <Fragment key={group[0]?.label}>
            {index > 0 && <MenuSeparator />}
            {group.map((act) => (
              <MenuItem key={act.label} icon={act.icon} keys={keysOf(act)} onSelect={act.run}>
                {act.label}
              </MenuItem>
            ))}
          </Fragment>
        ))}
      </Menu>
    </div>
  );
}
