import { type ReactNode, useId } from "react";

/** One part of the design page. */
export function Section({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <div className="grid gap-1">
        <h2 id={id} className="text-lg font-bold">
          {title}
        </h2>
        {note && <p className="max-w-prose text-sm text-ink-2">{note}</p>}
      </div>
      {children}
    </section>
  );
}
