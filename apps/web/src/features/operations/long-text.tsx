"use client";

import { useState } from "react";
import { classNames } from "../../components/ui/class-names.ts";
import { operationsStrings } from "./operations.strings.ts";

/** Longer texts are cut after two lines, with a way to see all. An error's words are text, whatever they look like. */
const cutAfter = 140;

export function LongText({ children }: { children: string }) {
  const [isOpen, setOpen] = useState(false);
  const isLong = children.length > cutAfter || children.includes("\n");
  return (
    <div className="min-w-0">
      <p
        className={classNames(
          "font-mono text-2xs leading-4 [overflow-wrap:anywhere] whitespace-pre-wrap text-ink-2",
          isLong && !isOpen && "line-clamp-2",
        )}
      >
        {/* The two lines are for words: a schema's complaint would fill them with brackets. */}
        {isOpen ? children : children.replaceAll(/\s+/g, " ")}
      </p>
      {isLong && (
        <button
          type="button"
          aria-expanded={isOpen}
          className="-mx-1 rounded-s px-1 text-xs font-medium text-accent touch:min-h-11"
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? operationsStrings.showLess : operationsStrings.showAll}
        </button>
      )}
    </div>
  );
}
