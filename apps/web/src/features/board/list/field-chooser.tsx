"use client";

import { Columns3 } from "lucide-react";
import { useState } from "react";
import { iconButtonClass } from "../../../components/ui/icon-button.tsx";
import { Popover } from "../../../components/ui/popover.tsx";
import { type ListField, listFields } from "./list-fields.ts";
import { listStrings } from "./list.strings.ts";
import { toggleField } from "./shown-fields.ts";

/** Which fields the list shows in this browser. */
export function FieldChooser({ fields }: { fields: readonly ListField[] }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      label={listStrings.chooser}
      open={isOpen}
      onOpenChange={setIsOpen}
      className="w-44"
      trigger={
        <button
          type="button"
          aria-label={listStrings.chooser}
          title={listStrings.chooser}
          className={iconButtonClass()}
        >
          <Columns3 size={14} aria-hidden />
        </button>
      }
    >
      {listFields
        .filter((field) => field !== "title")
        .map((field) => (
          <label
            key={field}
            className="flex min-h-7 items-center gap-2 rounded-[6px] px-2 text-sm hover:bg-sunken touch:min-h-11"
          >
            <input
              type="checkbox"
              checked={fields.includes(field)}
              onChange={() => toggleField(field)}
              className="accent-accent"
            />
            {listStrings.fields[field]}
          </label>
        ))}
    </Popover>
  );
}
