import type { ReactNode } from "react";

/** One field: its name and its value, which is a control. */
export function FieldRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="flex min-h-(--control) items-center text-sm font-title text-ink-3 mouse:min-h-7 mouse:items-start mouse:pt-[5px]">
        {label}
      </dt>
      <dd className="flex min-w-0 items-center">{children}</dd>
    </div>
  );
}

/** The class of a field's value when it can be changed. */
export const fieldValueClass =
  "-mx-1.5 flex min-h-(--row-s) w-[calc(100%+12px)] min-w-0 flex-wrap items-center gap-1 rounded-m px-1.5 py-1 text-left text-sm font-title " +
  "hover:bg-surface data-[popup-open]:bg-surface touch:min-h-11";

/** Says the field's name before its value to those who hear the control alone. */
export function SpokenLabel({ children }: { children: string }) {
  return <span className="sr-only">{children}: </span>;
}
