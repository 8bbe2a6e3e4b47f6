"use client";

import { limits } from "@kanban/domain/limits";
import { Check, Plus } from "lucide-react";
import { Fragment, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Kbd } from "../../components/ui/kbd.tsx";
import { fieldClass } from "../../components/ui/text-field.tsx";
import { areSingleKeysOn } from "../keyboard/single-keys.ts";
import { filterOptions, type PickerOption } from "../task/fields/filter-options.ts";
import { clarifyStrings } from "./clarify.strings.ts";
import { PickRow } from "./pick-row.tsx";
import { StepFrame } from "./step-frame.tsx";

const rowsShown = 60;

/**
 * A question whose answer is picked from a list by digit or by typing, or made anew. With `onContinue` several can be
 * picked and Enter goes on; else the first pick is the answer, and Enter takes the first of `chosen`. Digits are typed like
 * everything else: while nothing else stands in the field they mean the rows of these numbers (several are picked at once,
 * the one answer is only pointed at and Enter takes it), and with any other sign after them they were the beginning of a
 * name, so that what they picked is given back.
 */
export function PickStep<Id extends string>({
  question,
  text,
  placeholder,
  options,
  chosen,
  apart,
  begun = "",
  isInOrder = false,
  sign = "",
  maxLength = limits.name,
  onPick,
  onCreate,
  onContinue,
  onBack,
}: {
  question: string;
  text?: ReactNode;
  placeholder: string;
  options: readonly PickerOption<Id>[];
  chosen: readonly Id[];
  /** Rows that stand before the others, with a line between. */
  apart?: readonly Id[];
  /** What stands in the field at first, with its first row pointed at. */
  begun?: string | undefined;
  isInOrder?: boolean;
  /** What may be typed before a name and is no part of it, such as `@`. */
  sign?: string;
  /** Of what can be made anew. */
  maxLength?: number;
  onPick: (id: Id) => void;
  onCreate?: ((name: string) => void) | undefined;
  onContinue?: (() => void) | undefined;
  onBack: () => void;
}) {
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState(begun);
  // While nothing was typed or pointed at, Enter goes on.
  const [active, setActive] = useState(begun === "" ? -1 : 0);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const withoutSign = (typed: string) => (sign !== "" && typed.startsWith(sign) ? typed.slice(sign.length) : typed);
  const rows = filterOptions(options, "", isInOrder).found;
  const rowsNamed = (typed: string) => {
    const isNumber = areSingleKeysOn() && /^[1-9]+$/u.test(typed) && (typed.length === 1 || onContinue !== undefined);
    const named = isNumber ? typed.split("").map((digit) => rows[Number(digit) - 1]) : [];
    return named.every((row) => row !== undefined) ? named : [];
  };
  const named = rowsNamed(query);
  const { found: matching, creatable: asked } = filterOptions(options, withoutSign(query), isInOrder);
  const found = (named.length > 0 ? rows : matching).slice(0, rowsShown);
  const firstOther = apart ? found.findIndex(({ id }) => !apart.includes(id)) : -1;
  const creatable = onCreate ? asked : null;
  const count = found.length + (creatable === null ? 0 : 1);
  const proposed = onContinue ? undefined : options.find(({ id }) => id === chosen[0]);
  const taken = active === found.length ? creatable : (found[active] ?? proposed)?.name;

  const togglePicks = (picks: readonly PickerOption<Id>[]) => {
    if (onContinue) for (const { id } of picks) onPick(id);
  };
  const handleType = (typed: string) => {
    const next = rowsNamed(typed);
    togglePicks(named);
    togglePicks(next);
    setQuery(typed);
    const [first] = next;
    if (first) setActive(onContinue ? -1 : rows.indexOf(first));
    else setActive(withoutSign(typed).trim() === "" ? -1 : 0);
  };
  const take = (index: number) => {
    const option = found[index];
    if (option) onPick(option.id);
    else if (creatable !== null && index === found.length) {
      togglePicks(named);
      onCreate?.(creatable);
    } else return;
    setQuery("");
    setActive(-1);
    field.current?.focus();
  };
  const goOn = () => {
    if (active >= 0) take(active);
    else if (onContinue) onContinue();
    else if (proposed) onPick(proposed.id);
  };
  const handleKey = (event: KeyboardEvent): boolean => {
    if (event.target !== field.current) return false;
    if (event.key === "ArrowDown") setActive(count === 0 ? -1 : (active + 1) % count);
    else if (event.key === "ArrowUp") setActive(active <= 0 ? count - 1 : active - 1);
    else if (event.key === "Enter") goOn();
    else return false;
    return true;
  };

  return (
    <StepFrame
      question={question}
      hint={!onContinue && taken ? clarifyStrings.enterTakes(taken) : undefined}
      onKey={handleKey}
      onBack={onBack}
    >
      {text}
      <div className="grid gap-1 rounded-l border border-line bg-surface p-2 shadow-1">
        <input
          ref={field}
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
          aria-label={placeholder}
          placeholder={placeholder}
          value={query}
          maxLength={maxLength}
          autoComplete="off"
          onChange={(event) => handleType(event.currentTarget.value)}
          className={fieldClass}
        />
        <ul
          id={listId}
          role="listbox"
          aria-label={question}
          aria-multiselectable={onContinue !== undefined}
          className="grid max-h-56 gap-x-2 overflow-y-auto sm:grid-cols-2"
        >
          {found.map(({ id, name, icon }, index) => {
            const isChosen = chosen.includes(id);
            return (
              <Fragment key={id}>
                {index > 0 && index === firstOther && (
                  <li aria-hidden className="my-1 border-t border-line sm:col-span-2" />
                )}
                <PickRow
                  id={`${listId}-${index}`}
                  isActive={index === active}
                  isSelected={isChosen}
                  onTake={() => take(index)}
                >
                  {icon}
                  <span className="min-w-0 flex-1 truncate">{name}</span>
                  {isChosen && <Check size={14} aria-hidden className="shrink-0 text-accent" />}
                  {(query === "" || named.length > 0) && index < 9 && <Kbd>{String(index + 1)}</Kbd>}
                </PickRow>
              </Fragment>
            );
          })}
          {creatable !== null && (
            <PickRow
              id={`${listId}-${found.length}`}
              isActive={active === found.length}
              isSelected={false}
              onTake={() => take(found.length)}
            >
              <Plus size={14} aria-hidden className="shrink-0 text-ink-3" />
              <span className="min-w-0 flex-1 truncate">{clarifyStrings.create(creatable)}</span>
            </PickRow>
          )}
        </ul>
        {count === 0 && query !== "" && <p className="px-2 py-1.5 text-sm text-ink-2">{clarifyStrings.nothingFound}</p>}
      </div>
      {onContinue && (
        <Button
          tone="primary"
          keys="Enter"
          onClick={onContinue}
          className="justify-self-start max-sm:justify-self-stretch"
        >
          {clarifyStrings.go}
        </Button>
      )}
    </StepFrame>
  );
}
