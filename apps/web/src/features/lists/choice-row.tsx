import { classNames } from "../../components/ui/class-names.ts";

/** A few values side by side, one of them chosen: a radio group that looks like chips. */
export function ChoiceRow<Value extends string | number | null>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}) {
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-1">
      <legend className="sr-only">{label}</legend>
      <span aria-hidden className="text-xs font-medium text-ink-3">
        {label}
      </span>
      <div className="flex rounded-m bg-sunken p-0.5 forced-colors:border">
        {options.map((option) => (
          <label
            key={String(option.value)}
            className={classNames(
              "relative inline-flex h-6 items-center rounded-[6px] px-2 text-xs font-medium whitespace-nowrap select-none touch:h-10 touch:px-2.5",
              "has-focus-visible:outline-2 has-focus-visible:outline-focus transition-colors duration-(--fast)",
              option.value === value
                ? "bg-raised text-ink shadow-1 forced-colors:bg-[Highlight] forced-colors:text-[HighlightText]"
                : "text-ink-2 hover:text-ink",
            )}
          >
            <input
              type="radio"
              name={label}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="absolute inset-0 size-full cursor-default appearance-none opacity-0"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
