import { type ReactNode, useId, type RefObject } from "react";

/** A titled part of the page; `note` stands at the end of its title. */
export function Section({
  title,
  note,
  headingRef,
  children,
}: {
  title: string;
  note?: string | undefined;
  /** For the focus to land on when what had it is gone. */
  headingRef?: RefObject<HTMLHeadingElement | null>;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid min-w-0 content-start gap-2">
      <div className="flex items-baseline justify-between gap-3">
        <h2 id={id} ref={headingRef} tabIndex={-1} className="rounded-s text-md font-bold outline-none">
          {title}
        </h2>
        {note && <p className="text-xs text-ink-3">{note}</p>}
      </div>
      {children}
    </section>
  );
}

/** What most sections lie on. */
export const panelClass = "rounded-l border border-line bg-surface shadow-1";
