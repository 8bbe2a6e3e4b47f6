import type { ReactNode } from "react";

/** A few ways of which one holds, side by side. */
export function Choice<Value extends string>({
  name,
  label,
  value,
  options,
  onChange,
}: {
  name: string;
  label: string;
  value: Value | null;
  options: readonly { value: Value; label: string; icon: ReactNode }[];
  onChange: (value: Value) => void;
}) {
  return (
    <fieldset className="flex flex-wrap items-center gap-1.5">
      <legend className="pb-1.5 text-sm font-title text-ink-2">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="flex min-h-(--control) cursor-pointer items-center gap-2 rounded-m border border-line-strong bg-surface px-2.5 text-sm font-medium has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-focus touch:min-h-11"
        >
          <input
            type="radio"
            name={name}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
            className="accent-accent outline-none"
          />
          <span aria-hidden className="text-ink-3">
            {option.icon}
          </span>
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
