"use client";

import { AlarmClock, Archive, ChevronRight, Target } from "lucide-react";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { Kbd } from "../../components/ui/kbd.tsx";
import { ColumnIcon } from "../board/column/column-icon.tsx";
import { useFirstKey } from "../keyboard/use-first-key.ts";
import { listPath, type ListPlace, listPlaces } from "../lists/list-places.ts";
import { frameStrings } from "./frame.strings.ts";
import { RailLink, railRowClass } from "./rail-link.tsx";

const storageKey = "kanban.rail-lists";
/** Where the window is lower than this, the boards need the room. */
const roomyHeight = 800;

/** The picture of a list; decoration, its name stands beside it. */
export function ListIcon({ place }: { place: ListPlace }) {
  if (place === "projects") return <Target size={14} aria-hidden className="shrink-0" />;
  if (place === "reference") return <Archive size={14} aria-hidden className="shrink-0" />;
  if (place === "deferred") return <AlarmClock size={14} aria-hidden className="shrink-0" />;
  return <ColumnIcon kind={place} />;
}

/** The lists of the rail, which can be folded away. */
export function ListLinks() {
  const pathname = usePathname();
  const firstKey = useFirstKey();
  const [isOpen, setOpen] = useState(read);
  const toggle = () => {
    setOpen(!isOpen);
    try {
      localStorage.setItem(storageKey, String(!isOpen));
    } catch {
      // Then it is as the window's height says.
    }
  };
  return (
    <>
      <button type="button" aria-expanded={isOpen} onClick={toggle} className={railRowClass(false)}>
        <ChevronRight size={14} aria-hidden className={`shrink-0 ${isOpen ? "rotate-90" : ""}`} />
        {frameStrings.lists}
      </button>
      {isOpen &&
        listPlaces.slice(1).map((place) => {
          const key = firstKey(`go-${place}`);
          return (
            <RailLink key={place} href={listPath(place)} isCurrent={pathname === listPath(place)}>
              <ListIcon place={place} />
              {frameStrings.listNames[place]}
              {key && <Kbd className="ml-auto in-aria-[current=page]:text-ink-2">{key}</Kbd>}
            </RailLink>
          );
        })}
    </>
  );
}

function read(): boolean {
  if (typeof window === "undefined") return true;
  try {
    const kept = localStorage.getItem(storageKey);
    if (kept !== null) return kept === "true";
  } catch {
    // Nothing was kept.
  }
  return window.innerHeight >= roomyHeight;
}
