"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { classNames } from "../../../components/ui/class-names.ts";
import { FieldChooser } from "./field-chooser.tsx";
import { type ListField, type ListSort, nextSort } from "./list-fields.ts";
import { gridTemplate } from "./list-template.ts";
import { listStrings } from "./list.strings.ts";

/** The head of the table: every field's name orders by it. On a narrow screen only the order of titles and dates. */
export function ListHead({
  fields,
  isNarrow,
  sort,
  onSort,
}: {
  fields: readonly ListField[];
  isNarrow: boolean;
  sort: ListSort;
  onSort: (sort: ListSort) => void;
}) {
  return (
    <div role="rowgroup" className="sticky top-0 z-10">
      <div
        role="row"
        aria-rowindex={1}
        className={classNames(
          "items-center border-b border-line bg-sunken",
          isNarrow ? "flex overflow-x-auto [scrollbar-width:none]" : "grid h-8",
        )}
        style={isNarrow ? undefined : { gridTemplateColumns: gridTemplate(fields) }}
      >
        {fields.map((field, index) => (
          <div
            key={field}
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={sort?.field === field ? (sort.isDown ? "descending" : "ascending") : "none"}
            className="flex min-w-0 items-center"
          >
            <button
              type="button"
              onClick={() => onSort(nextSort(sort, field))}
              className={classNames(
                "flex h-8 min-w-0 items-center gap-1 px-3 text-xs font-medium whitespace-nowrap touch:h-11",
                sort?.field === field ? "text-ink" : "text-ink-3 hover:text-ink",
              )}
            >
              {listStrings.fields[field]}
              {sort?.field === field &&
                (sort.isDown ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />)}
            </button>
            {field === "title" && !isNarrow && <FieldChooser fields={fields} />}
          </div>
        ))}
      </div>
    </div>
  );
}
