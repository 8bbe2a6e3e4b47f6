import type { Mark } from "@kanban/domain/search/find-marks";
import { Fragment } from "react";

/** A text with the searched words marked. */
export function MarkedText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  let at = 0;
  return (
    <>
      {marks.map(([from, to]) => {
        const before = text.slice(at, from);
        at = to;
        return (
          <Fragment key={from}>
            {before}
            <mark className="rounded-[3px] bg-accent-soft font-strong text-inherit forced-colors:bg-[Mark]">
              {text.slice(from, to)}
            </mark>
          </Fragment>
        );
      })}
      {text.slice(at)}
    </>
  );
}
