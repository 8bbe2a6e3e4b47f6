"use client";

import { Check } from "lucide-react";
import { classNames } from "./class-names.ts";

/** A tick box; the native control, so that labels, forms and forced colours work as people expect. */
export function Checkbox({
  checked,
  onChange,
  label,
  disabled = false,
  className,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: string;
  disabled?: boolean;
  className?: string | undefined;
}) {
  return (
    <span className={classNames("relative inline-grid size-(--control-s) shrink-0 place-items-center", className)}>
      <input
        type="checkbox"
        aria-label={label}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
        className="peer absolute inset-0 size-full cursor-default appearance-none rounded-m forced-colors:appearance-auto"
      />
      <span
        aria-hidden
        className="pointer-events-none grid size-3.5 place-items-center rounded-s border-[1.5px] border-edge bg-surface text-transparent transition-colors duration-(--fast) peer-checked:border-ok peer-checked:bg-ok peer-checked:text-raised peer-hover:border-ink-2 forced-colors:hidden"
      >
        <Check size={10} strokeWidth={3.5} />
      </span>
    </span>
  );
}
