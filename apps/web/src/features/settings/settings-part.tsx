import { type ReactNode, useId } from "react";

/** One titled part of a section of the settings, with a sentence about it and what acts on it beside its title. */
export function SettingsPart({
  title,
  note,
  action,
  children,
}: {
  title: string;
  note?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="grid min-w-0 gap-0.5">
          <h2 id={id} className="text-md font-bold">
            {title}
          </h2>
          {note && <p className="max-w-prose text-sm text-ink-2">{note}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
