import type { ReactNode } from "react";
import { optionRow, showRow } from "../../components/ui/option-row.ts";

/** A row of what can be picked, scrolled into sight while it is the one Enter takes. */
export function PickRow({ children, ...row }: Parameters<typeof optionRow>[0] & { children: ReactNode }) {
  return (
    <li ref={row.isActive ? showRow : undefined} {...optionRow(row)}>
      {children}
    </li>
  );
}
