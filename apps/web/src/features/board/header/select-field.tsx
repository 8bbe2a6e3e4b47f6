import { type RefObject, useId } from "react";
import { fieldClass } from "../../../components/ui/text-field.tsx";

/** A labelled choice; the native control, which every finger and reader knows. */
export function SelectField<Value extends string>({
  label,
  value,
  options,
  onChange,
  field,
}: {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
  field?: RefObject<HTMLSelectElement | null>;
}) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-sm font-medium text-ink-2">
        {label}
      </label>
      <select
        ref={field}
        id={id}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value as Value)}
        className={fieldClass}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
