"use client";

import { Check } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from "react";
import type { Facet } from "@kanban/domain/filter/filter";
import { foldText } from "@kanban/domain/filter/fold-text";
import { optionRow, showRow } from "../../../components/ui/option-row.ts";
import { fieldClass } from "../../../components/ui/text-field.tsx";
import { useScreen, useScreenPart } from "../state/screen.tsx";
import { useBoard } from "../../../sync/use-board.ts";
import { isComposing } from "../../keyboard/is-composing.ts";
import { DueRangeFields } from "./due-range-fields.tsx";
import { filterChoices, type FilterChoice } from "./filter-choices.tsx";
import { filterOf } from "./filter-of.ts";
import { filterStrings } from "./filter.strings.ts";
import { toggleValue } from "./set-filter.ts";

/** A list of what can be filtered by; typing narrows it, arrows walk, Enter takes and takes back. */
export function FilterPicker({ at, field }: { at: Facet | "all"; field: RefObject<HTMLInputElement | null> }) {
  const screen = useScreen();
  const listId = useId();
  const { view } = useBoard(screen.boardId);
  const { values } = useScreenPart((state) => filterOf(state.query));
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  // The picker may arrive after its popover has given the focus away.
  useEffect(() => focusField(field), [field]);
  if (!view) return null;

  const found = narrow(filterChoices(view, at), typed);
  const groups = Map.groupBy(found, ({ facet }) => facet);
  const optionId = (index: number) => `${listId}-${index}`;
  const take = (choice: FilterChoice | undefined) => {
    if (choice) toggleValue(screen, choice.facet, choice.value);
    focusField(field);
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || found.length === 0) return;
    if (event.key === "ArrowDown") setActive((active + 1) % found.length);
    else if (event.key === "ArrowUp") setActive((active - 1 + found.length) % found.length);
    else if (event.key === "Enter") take(found[active]);
    else return;
    event.preventDefault();
  };
  const find = at === "all" ? filterStrings.find : filterStrings.findIn(filterStrings.facets[at]);
  return (
    <>
      <input
        ref={field}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={found.length > 0 ? optionId(active) : undefined}
        aria-label={find}
        placeholder={find}
        value={typed}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={handleKeyDown}
        className={fieldClass}
      />
      <div id={listId} role="listbox" aria-label={find} aria-multiselectable className="mt-1 max-h-72 overflow-y-auto">
        {[...groups].map(([facet, choices]) => (
          <div key={facet} role="group" aria-label={filterStrings.facets[facet]} className="grid">
            {at === "all" && (
              <span aria-hidden className="px-2 pt-2 pb-0.5 text-xs font-medium text-ink-3">
                {filterStrings.facets[facet]}
              </span>
            )}
            {choices.map((choice) => {
              const index = found.indexOf(choice);
              const isChosen = values[facet]?.includes(choice.value) ?? false;
              return (
                <div
                  key={choice.value}
                  tabIndex={-1}
                  ref={index === active ? showRow : undefined}
                  {...optionRow({
                    id: optionId(index),
                    isActive: index === active,
                    isSelected: isChosen,
                    onTake: () => take(choice),
                    onPoint: () => setActive(index),
                  })}
                >
                  {choice.icon}
                  <span className="min-w-0 flex-1 truncate">{choice.name}</span>
                  <span className="grid size-4 shrink-0 place-items-center text-accent">
                    {isChosen && <Check size={14} aria-hidden />}
                  </span>
                </div>
              );
            })}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="px-2 py-2 text-sm text-ink-3">{filterStrings.nothingToChoose}</p>}
      {at === "due" && <DueRangeFields />}
    </>
  );
}

/** Not under a thumb: there the list is what is wanted, and the keyboard would cover it. */
function focusField(field: RefObject<HTMLInputElement | null>): void {
  if (!matchMedia("(pointer: coarse)").matches) field.current?.focus();
}

/** Rows drawn at once; whoever has more labels types. */
const mostChoices = 200;

function narrow(choices: readonly FilterChoice[], typed: string): FilterChoice[] {
  const words = foldText(typed).split(/\s+/u).filter(Boolean);
  return choices
    .filter(({ facet, name }) => {
      const text = foldText(`${filterStrings.facets[facet]} ${name}`);
      return words.every((word) => text.includes(word));
    })
    .slice(0, mostChoices);
}
