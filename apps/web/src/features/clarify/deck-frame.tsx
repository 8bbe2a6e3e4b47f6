import type { ReactNode } from "react";

/** The shape of the deck: its head, one item in the middle, its foot. */
export function DeckFrame({ head, foot, children }: { head: ReactNode; foot?: ReactNode; children: ReactNode }) {
  return (
    <div className="mx-auto flex h-full w-full max-w-[46.5rem] flex-col pr-[max(1rem,env(safe-area-inset-right))] pl-[max(1rem,env(safe-area-inset-left))] pt-[env(safe-area-inset-top)] pb-[env(safe-area-inset-bottom)]">
      <header className="flex h-16 shrink-0 items-center gap-3 text-sm text-ink-2 tabular-nums max-sm:h-12">
        {head}
      </header>
      <div className="-mx-2 flex min-h-0 flex-1 flex-col overflow-y-auto px-2 py-3 max-sm:scroll-pb-80">{children}</div>
      {foot && (
        <footer className="flex min-h-16 shrink-0 items-center gap-1 text-xs text-ink-2 max-sm:min-h-12">{foot}</footer>
      )}
    </div>
  );
}
