"use client";

import { Layers, LayoutGrid, Sun, TextSearch } from "lucide-react";
import { usePathname } from "next/navigation";
import { Kbd } from "../../components/ui/kbd.tsx";
import type { ShortcutId } from "../keyboard/shortcuts.ts";
import { useFirstKey } from "../keyboard/use-first-key.ts";
import { clarifyPath } from "../clarify/clarify-path.ts";
import { InboxBadge } from "../inbox/inbox-badge.tsx";
import { listPath } from "../lists/list-places.ts";
import { showSearch } from "../search/search-overlay-state.ts";
import { frameStrings } from "./frame.strings.ts";
import { ListIcon, ListLinks } from "./list-links.tsx";
import { RailLink, railRowClass } from "./rail-link.tsx";

/** The places of the rail that belong to no board. */
export function PlaceLinks() {
  const pathname = usePathname();
  const firstKey = useFirstKey();
  const keys = (id: ShortcutId) => {
    const key = firstKey(id);
    return key && <Kbd className="ml-auto in-aria-[current=page]:text-ink-2">{key}</Kbd>;
  };
  return (
    <div className="grid gap-0.5">
      <RailLink href={listPath("inbox")} isCurrent={pathname === listPath("inbox")}>
        <ListIcon place="inbox" />
        {frameStrings.listNames.inbox}
        <InboxBadge />
      </RailLink>
      <RailLink href={clarifyPath} isCurrent={false}>
        <Layers size={14} aria-hidden className="shrink-0" />
        {frameStrings.clarify}
        {keys("go-clarify")}
      </RailLink>
      <RailLink href="/today" isCurrent={pathname === "/today"}>
        <Sun size={14} aria-hidden className="shrink-0" />
        {frameStrings.today}
        {keys("go-today")}
      </RailLink>
      <ListLinks />
      <button type="button" aria-haspopup="dialog" className={railRowClass(false)} onClick={() => showSearch()}>
        <TextSearch size={14} aria-hidden className="shrink-0" />
        {frameStrings.search}
        {keys("search-all")}
      </button>
      <RailLink href="/boards" isCurrent={pathname === "/boards"}>
        <LayoutGrid size={14} aria-hidden className="shrink-0" />
        {frameStrings.allBoards}
        {keys("go-boards")}
      </RailLink>
    </div>
  );
}
