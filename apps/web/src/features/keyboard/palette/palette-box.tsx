"use client";

import { ArrowLeft, Search, X } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from "react";
import { Dialog as Base } from "@base-ui/react/dialog";
import { iconButtonClass } from "../../../components/ui/icon-button.tsx";
import { isComposing } from "../is-composing.ts";
import type { PalettePage } from "../shortcuts.ts";
import { PaletteFoot } from "./palette-foot.tsx";
import type { PaletteItem } from "./palette-item.ts";
import { PaletteRow } from "./palette-row.tsx";
import { paletteStrings } from "./palette.strings.ts";
import type { RankedItem } from "./rank-items.ts";

const stepsOf: Partial<Record<string, (active: number, count: number) => number>> = {
  ArrowDown: (active, count) => (active + 1) % count,
  ArrowUp: (active, count) => (active - 1 + count) % count,
  PageDown: (active, count) => Math.min(active + 8, count - 1),
  PageUp: (active) => Math.max(active - 8, 0),
};

/** The field and the list under it: one combobox, in which the focus never leaves the field. */
export function PaletteBox({
  field,
  ranked,
  query,
  page,
  subject,
  onQuery,
  onTake,
  onBack,
}: {
  field: RefObject<HTMLInputElement | null>;
  ranked: readonly RankedItem[];
  query: string;
  page: PalettePage | null;
  /** What a page is about: a task's title, or how many are chosen. */
  subject: string | null;
  onQuery: (query: string) => void;
  onTake: (item: PaletteItem) => void;
  onBack: () => void;
}) {
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState({ page, row: 0 });
  const count = ranked.length;
  // Another page begins at its top.
  const active = wanted.page === page ? Math.min(wanted.row, Math.max(0, count - 1)) : 0;
  const setActive = (row: number) => setWanted({ page, row });
  const optionId = (index: number) => `${listId}-${index}`;
  const placeholder = page ? `${paletteStrings.pages[page]}…` : paletteStrings.placeholder;

  useEffect(() => {
    // The heading above the first row shall come back with it.
    if (active === 0) list.current?.scrollTo({ top: 0 });
    else document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [listId, active, query]);

  const handleKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const step = stepsOf[event.key];
    const chosen = ranked[active];
    if (step && count > 0) setActive(step(active, count));
    else if (event.key === "Enter" && chosen) onTake(chosen.item);
    else if (event.key === "Backspace" && page && query === "") onBack();
    else if (event.key !== "Enter" && !step) return;
    event.preventDefault();
  };

  return (
    <>
      <div className="flex shrink-0 items-center gap-2 border-b border-line px-3.5 max-sm:pr-1.5">
        {page ? (
          <button
            type="button"
            aria-label={paletteStrings.back}
            onClick={onBack}
            className={iconButtonClass("-ml-1.5")}
          >
            <ArrowLeft size={16} aria-hidden />
          </button>
        ) : (
          <Search size={16} aria-hidden className="shrink-0 text-ink-3" />
        )}
        {page && (
          <span className="max-w-[45%] shrink-0 truncate rounded-m bg-accent-soft px-2 py-0.5 text-xs font-medium text-ink">
            {subject}
          </span>
        )}
        <input
          ref={field}
          role="combobox"
          type="text"
          aria-expanded
          aria-autocomplete="list"
          aria-controls={listId}
          aria-activedescendant={count > 0 ? optionId(active) : undefined}
          aria-label={page && subject ? `${paletteStrings.pages[page]}: ${subject}` : paletteStrings.label}
          placeholder={placeholder}
          value={query}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={(event) => {
            onQuery(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={handleKeyDown}
          className="h-12 w-full min-w-0 bg-transparent text-lg outline-none"
        />
        <Base.Close aria-label={paletteStrings.close} className={iconButtonClass("mouse:hidden")}>
          <X size={16} aria-hidden />
        </Base.Close>
      </div>
      <p role="status" className="sr-only">
        {query !== "" && paletteStrings.found(count)}
      </p>
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={page ? paletteStrings.pages[page] : paletteStrings.list}
        aria-multiselectable={page === "tags" || page === "contexts" || page === "assign" || undefined}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1.5 empty:hidden"
      >
        {groupsOf(ranked).map(({ group, rows }) => (
          <div
            key={`${group}-${rows[0]?.index}`}
            {...(group ? { role: "group", "aria-label": group } : { role: "presentation" })}
          >
            {group && (
              <div aria-hidden className="truncate px-2 pt-2 pb-1 text-xs font-medium text-ink-3">
                {group}
              </div>
            )}
            {rows.map(({ entry, index }) => (
              <PaletteRow
                key={entry.item.key}
                id={optionId(index)}
                entry={entry}
                isActive={index === active}
                onPoint={() => setActive(index)}
                onTake={() => onTake(entry.item)}
              />
            ))}
          </div>
        ))}
      </div>
      {count === 0 && (
        <div className="grid gap-0.5 px-4 py-6 text-center">
          <p className="text-md font-medium">{query === "" ? paletteStrings.empty : paletteStrings.nothing(query)}</p>
          {query !== "" && <p className="text-sm text-ink-3">{paletteStrings.nothingHint}</p>}
        </div>
      )}
      <PaletteFoot hasBack={page !== null} />
    </>
  );
}

function groupsOf(ranked: readonly RankedItem[]) {
  const groups: { group: string | null; rows: { entry: RankedItem; index: number }[] }[] = [];
  for (const [index, entry] of ranked.entries()) {
    const last = groups.at(-1);
    const group = entry.group === "" ? null : entry.group;
    if (last && last.group === group) last.rows.push({ entry, index });
    else groups.push({ group, rows: [{ entry, index }] });
  }
  return groups;
}
