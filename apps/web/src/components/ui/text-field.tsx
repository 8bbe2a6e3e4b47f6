import { useId, type ComponentProps, type ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** The class of a single-line field, for inputs that live in other components. */
export const fieldClass =
  "h-8 w-full min-w-0 rounded-m border border-edge bg-surface px-2.5 text-md text-ink touch:h-11 " +
  "focus-visible:border-accent focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:outline-accent " +
  "aria-invalid:border-danger aria-invalid:outline-danger disabled:opacity-60";

/** A labelled single-line field, whose label a heading may show already; `error` is announced with it, `hint` stands below while there is no error. */
export function TextField({
  label,
  error,
  hint,
  isLabelShown = true,
  action,
  className,
  ...rest
}: ComponentProps<"input"> & {
  label: string;
  error?: string | undefined;
  hint?: string | undefined;
  isLabelShown?: boolean;
  action?: ReactNode;
}) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? hint;
  return (
    <div className={classNames("grid gap-1", className)}>
      {isLabelShown && (
        <div className="flex items-baseline justify-between gap-2">
          <label htmlFor={id} className="text-sm font-medium text-ink-2">
            {label}
          </label>
          {action}
        </div>
      )}
      <input
        id={id}
        aria-label={isLabelShown ? undefined : label}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? noteId : undefined}
        className={fieldClass}
        {...rest}
      />
      {note && (
        <p id={noteId} className={classNames("text-xs", error ? "text-danger" : "text-ink-3")}>
          {note}
        </p>
      )}
    </div>
  );
}
