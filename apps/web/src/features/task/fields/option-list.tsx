"use client";

import { Check, Minus, Plus } from "lucide-react";
import { type KeyboardEvent, type ReactNode, type RefObject, useId, useState } from "react";
import { Kbd } from "../../../components/ui/kbd.tsx";
import { optionRow } from "../../../components/ui/option-row.ts";
import { fieldClass } from "../../../components/ui/text-field.tsx";
import { isComposing } from "../../keyboard/is-composing.ts";
import { taskStrings } from "../task.strings.ts";
import type { FieldChoice } from "./choices/field-choice.ts";
import { filterOptions } from "./filter-options.ts";

const rowsShown = 200;

/** A list to choose from by typing; arrows move, Enter takes, what is not there can be created. */
export function OptionList<Id extends string>({
  choice,
  field,
  onDone,
}: {
  choice: FieldChoice<Id>;
  /** The field, for whoever gives it the focus. */
  field: RefObject<HTMLInputElement | null>;
  /** One was chosen, and there is only one to choose. */
  onDone: () => void;
}) {
  const { label, placeholder, options, chosen, partly = [], closesOnChoice, inOrder, onToggle, onCreate } = choice;
  const listId = useId();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const { found: all, creatable: asked } = filterOptions(options, query, inOrder);
  // Nobody reads further; the thousands of tasks of a board would make typing slow.
  const found = all.slice(0, rowsShown);
  const creatable = onCreate ? asked : null;
  const count = found.length + (creatable === null ? 0 : 1);
  const optionId = (index: number) => `${listId}-${index}`;

  const take = (index: number) => {
    const option = found[index];
    if (option) onToggle(option.id);
    else if (creatable !== null) onCreate?.(creatable);
    else return;
    setQuery("");
    setActive(0);
    if (closesOnChoice) onDone();
    else field.current?.focus();
  };

  const handleKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === "ArrowDown") setActive(count === 0 ? 0 : (active + 1) % count);
    else if (event.key === "ArrowUp") setActive(count === 0 ? 0 : (active - 1 + count) % count);
    else if (event.key === "Enter") take(active);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        ref={field}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={count > 0 ? optionId(active) : undefined}
        aria-label={placeholder}
        placeholder={placeholder}
        value={query}
        autoComplete="off"
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={handleKeyDown}
        className={fieldClass}
      />
      <ul
        id={listId}
        role="listbox"
        aria-label={label}
        aria-multiselectable={!closesOnChoice}
        className="mt-1 grid max-h-60 overflow-y-auto"
      >
        {found.map((option, index) => (
          <PickerRow
            key={option.id}
            id={optionId(index)}
            isActive={index === active}
            isChosen={chosen.includes(option.id)}
            isPartly={partly.includes(option.id)}
            onTake={() => take(index)}
            onPoint={() => setActive(index)}
          >
            {option.icon}
            <span className="min-w-0 flex-1 truncate">{option.name}</span>
            {option.keys && <Kbd className="border-0">{option.keys}</Kbd>}
          </PickerRow>
        ))}
        {creatable !== null && (
          <PickerRow
            id={optionId(found.length)}
            isActive={active === found.length}
            isChosen={false}
            onTake={() => take(found.length)}
            onPoint={() => setActive(found.length)}
          >
            <Plus size={14} aria-hidden className="shrink-0 text-ink-3" />
            <span className="min-w-0 flex-1 truncate">{taskStrings.fields.create(creatable)}</span>
          </PickerRow>
        )}
      </ul>
      {count === 0 && <p className="px-2 py-2 text-sm text-ink-3">{taskStrings.fields.nothingFound}</p>}
    </>
  );
}

function PickerRow({
  id,
  isActive,
  isChosen,
  isPartly = false,
  onTake,
  onPoint,
  children,
}: {
  id: string;
  isActive: boolean;
  isChosen: boolean;
  isPartly?: boolean;
  onTake: () => void;
  onPoint: () => void;
  children: ReactNode;
}) {
  return (
    <li {...optionRow({ id, isActive, isSelected: isChosen, onTake, onPoint })}>
      {children}
      <span className="grid size-4 shrink-0 place-items-center text-accent">
        {isChosen && <Check size={14} aria-hidden />}
        {isPartly && <Minus size={14} aria-hidden className="text-ink-3" />}
      </span>
    </li>
  );
}
