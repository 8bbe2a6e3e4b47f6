"use client";

import { ChevronDown, LayoutGrid, Sun, TextSearch } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { Menu, MenuItem, MenuRadioGroup, MenuSeparator } from "../../components/ui/menu.tsx";
import { showSearch } from "../search/search-overlay-state.ts";
import { InboxEntry } from "../inbox/inbox-badge.tsx";
import { listPath, listPlaces } from "../lists/list-places.ts";
import { boardIdInPath, boardPath } from "../boards/board-path.ts";
import { useLiveBoards } from "../boards/use-boards.ts";
import { CaptureEntry } from "../capture/capture-entry.tsx";
import { BrandMark } from "./brand-mark.tsx";
import { ConnectionPill } from "./connection-pill.tsx";
import { frameStrings } from "./frame.strings.ts";
import { ListIcon } from "./list-links.tsx";
import { PaletteEntry } from "./palette-entry.tsx";
import { UserMenu } from "./user-menu.tsx";

/** What the rail is on a phone: the board's name opens the switcher, the pill and the person's menu stand beside it. */
export function PhoneHeader() {
  const boards = useLiveBoards();
  const router = useRouter();
  const current = boardIdInPath(usePathname());
  const board = boards.data?.find((candidate) => candidate.id === current);
  return (
    <header className="flex h-[calc(48px+env(safe-area-inset-top))] items-center gap-2 pt-[env(safe-area-inset-top)] pr-2 pl-3 sm:hidden">
      <Menu
        label={frameStrings.switchBoard}
        trigger={
          <button
            type="button"
            aria-label={frameStrings.switchBoard}
            className="flex min-h-11 min-w-0 items-center gap-2 rounded-m px-1"
          >
            <BrandMark size={18} />
            <span className="min-w-0 truncate font-bold">{board?.name ?? frameStrings.product}</span>
            <ChevronDown size={14} aria-hidden className="shrink-0 text-ink-3" />
          </button>
        }
      >
        <MenuRadioGroup
          label={frameStrings.boards}
          value={current}
          options={(boards.data ?? []).map((each) => ({ value: each.id, label: each.name, note: each.openTasks }))}
          onChange={(id) => router.push(boardPath(id))}
        />
        <MenuSeparator />
        <MenuItem icon={<Sun size={14} aria-hidden />} onSelect={() => router.push("/today")}>
          {frameStrings.today}
        </MenuItem>
        {listPlaces.map((place) => (
          <MenuItem key={place} icon={<ListIcon place={place} />} onSelect={() => router.push(listPath(place))}>
            {frameStrings.listNames[place]}
          </MenuItem>
        ))}
        <MenuItem icon={<TextSearch size={14} aria-hidden />} onSelect={() => showSearch()}>
          {frameStrings.search}
        </MenuItem>
        <MenuItem icon={<LayoutGrid size={14} aria-hidden />} onSelect={() => router.push("/boards")}>
          {frameStrings.allBoards}
        </MenuItem>
      </Menu>
      <div className="ml-auto flex shrink-0 items-center gap-1">
        <InboxEntry />
        <ConnectionPill compact />
        {/* A board has its own, below the thumb. */}
        {!current && <CaptureEntry place="header" />}
        <PaletteEntry place="header" />
        <UserMenu side="bottom" withName={false} />
      </div>
    </header>
  );
}
