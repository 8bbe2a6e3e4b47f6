"use client";

import { classNames } from "../../../components/ui/class-names.ts";

/** A value in a cell that changes in place: the native control, drawn as text until a hand comes near. */
export function CellSelect<Value extends string>({
  label,
  value,
  options,
  onChange,
  className,
}: {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
  className?: string | undefined;
}) {
  return (
    <select
      tabIndex={-1}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as Value)}
      className={classNames(
        "-ml-1.5 h-6 max-w-[calc(100%+6px)] appearance-none truncate rounded-s border border-transparent bg-transparent px-1.5 text-sm text-ink-2",
        "hover:border-edge hover:bg-surface focus-visible:border-accent",
        className,
      )}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value} className="bg-raised text-ink">
          {option.label}
        </option>
      ))}
    </select>
  );
}
