"use client";

import { Bookmark, Rows2 } from "lucide-react";
import { type Grouping, groupings } from "@kanban/domain/view-values";
import { buttonClass } from "../../../components/ui/button.tsx";
import { classNames } from "../../../components/ui/class-names.ts";
import { Kbd } from "../../../components/ui/kbd.tsx";
import { Menu, MenuRadioGroup } from "../../../components/ui/menu.tsx";
import { Popover } from "../../../components/ui/popover.tsx";
import { lazyPart } from "../../../lazy/lazy-part.tsx";
import { useFirstKey } from "../../keyboard/use-first-key.ts";
import { useScreen, useScreenPart } from "../state/screen.tsx";
import { writeGrouping } from "./look-in-address.ts";
import { useOpenedView } from "./use-opened-view.ts";
import { viewStrings } from "./view.strings.ts";

const ViewPanel = lazyPart(() => import("./view-panel.tsx").then((module) => module.ViewPanel));

const small = (isOn: boolean) =>
  buttonClass(
    "quiet",
    classNames("h-6 min-w-0 rounded-full px-2 text-xs touch:h-11", isOn && "bg-accent-soft text-ink hover:text-ink"),
  );
const options = (["none", ...groupings] as const).map((value) => ({ value, label: viewStrings.groupings[value] }));

/** At the end of the filter bar: what the board is grouped by, and the views saved on it. */
export function ViewControls() {
  return (
    <span className="ml-auto flex min-w-0 items-center gap-1">
      <GroupButton />
      <ViewsButton />
    </span>
  );
}

function GroupButton() {
  const { store } = useScreen();
  const layout = useScreenPart((state) => state.layout);
  const grouping = useScreenPart((state) => state.grouping);
  // A calendar is grouped by days already.
  if (layout === "calendar") return null;
  const choose = (value: Grouping | "none") => {
    const next = value === "none" ? null : value;
    store.set({ grouping: next });
    writeGrouping(next);
  };
  const name = grouping && viewStrings.groupings[grouping];
  const trigger = (
    <button type="button" aria-label={name ? viewStrings.groupedBy(name) : undefined} className={small(name !== null)}>
      <Rows2 size={13} aria-hidden />
      {name ?? viewStrings.group}
    </button>
  );
  return (
    <Menu trigger={trigger} label={viewStrings.groupBy} align="end">
      <MenuRadioGroup value={grouping ?? "none"} options={options} onChange={choose} />
    </Menu>
  );
}

function ViewsButton() {
  const screen = useScreen();
  const key = useFirstKey()("views");
  const isOpen = useScreenPart((state) => state.isViewListOpen);
  const { opened, isChanged } = useOpenedView();
  const label = opened && (isChanged ? viewStrings.buttonOfChanged : viewStrings.buttonOf)(opened.name);
  const trigger = (
    <button type="button" aria-label={label ?? undefined} className={small(opened !== null)}>
      <Bookmark size={13} aria-hidden />
      <span className="max-w-40 truncate max-sm:max-w-24">{opened?.name ?? viewStrings.button}</span>
      {isChanged && <span aria-hidden className="size-1.5 shrink-0 rounded-full bg-accent" />}
      {key && <Kbd>{key}</Kbd>}
    </button>
  );
  return (
    <Popover
      label={viewStrings.list}
      open={isOpen}
      onOpenChange={(open) => screen.store.set({ isViewListOpen: open })}
      align="end"
      isSheetOnPhone
      className="w-72"
      trigger={trigger}
    >
      <ViewPanel />
    </Popover>
  );
}
