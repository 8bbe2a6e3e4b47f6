import { AppLink } from "../../components/ui/app-link.tsx";
import type { ReactNode } from "react";
import { classNames } from "../../components/ui/class-names.ts";

/** The class of a row of the rail, for buttons that must look like one. */
export function railRowClass(isCurrent: boolean): string {
  return classNames(
    "flex min-h-[30px] items-center gap-2 rounded-m px-2 text-left text-sm font-title transition-colors duration-(--fast) touch:min-h-11",
    isCurrent
      ? "bg-accent-soft text-ink"
      : "text-ink-2 hover:bg-[color-mix(in_oklab,var(--ink)_6%,transparent)] hover:text-ink",
  );
}

/** One row of the rail. */
export function RailLink({ href, isCurrent, children }: { href: string; isCurrent: boolean; children: ReactNode }) {
  return (
    <AppLink href={href} aria-current={isCurrent ? "page" : undefined} className={railRowClass(isCurrent)}>
      {children}
    </AppLink>
  );
}
