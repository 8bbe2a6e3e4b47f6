"use client";

import { type ReactNode, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { classNames } from "../../components/ui/class-names.ts";
import { operationsStrings as strings } from "./operations.strings.ts";
import { panelClass } from "./section.tsx";

/** As many as are read at a glance. */
const atFirst = 5;

/** The first rows of a list, and the others on demand; one sentence when there are none. */
export function CutList<Item>({
  items,
  empty,
  keyOf,
  children,
}: {
  items: readonly Item[];
  empty: string;
  keyOf: (item: Item, index: number) => string;
  children: (item: Item) => ReactNode;
}) {
  const [isAll, setAll] = useState(false);
  if (items.length === 0) return <p className="text-sm text-ink-3">{empty}</p>;
  const shown = isAll ? items : items.slice(0, atFirst);
  return (
    <>
      <ul className={panelClass}>
        {shown.map((item, index) => (
          <li
            key={keyOf(item, index)}
            className={classNames("grid gap-0.5 px-4 py-2 text-sm", index > 0 && "border-t border-line")}
          >
            {children(item)}
          </li>
        ))}
      </ul>
      {!isAll && items.length > atFirst && (
        <Button tone="quiet" className="w-fit" onClick={() => setAll(true)}>
          {strings.showMore(items.length - atFirst)}
        </Button>
      )}
    </>
  );
}
