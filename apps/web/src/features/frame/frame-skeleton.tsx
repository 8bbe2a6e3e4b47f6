import { Skeleton } from "../../components/ui/skeleton.tsx";
import { BrandMark } from "./brand-mark.tsx";
import { frameStrings } from "./frame.strings.ts";

/** The frame before it is known who looks at it: the same shape, so that nothing moves when it is. */
export function FrameSkeleton() {
  return (
    <div
      aria-busy="true"
      aria-label={frameStrings.loading}
      className="grid h-dvh pr-[env(safe-area-inset-right)] pl-[env(safe-area-inset-left)] grid-cols-[216px_minmax(0,1fr)] max-sm:grid-cols-1 max-sm:grid-rows-[auto_minmax(0,1fr)]"
    >
      <div className="border-r border-line px-2 py-3 max-sm:hidden">
        <div className="flex items-center gap-2 px-2 py-1 font-bold tracking-[-0.01em]">
          <BrandMark />
          {frameStrings.product}
        </div>
      </div>
      <div className="flex h-[calc(48px+env(safe-area-inset-top))] items-center px-4 pt-[env(safe-area-inset-top)] sm:hidden">
        <BrandMark size={18} />
      </div>
      <div className="flex min-h-0 flex-col overflow-hidden">
        <div className="px-5 pt-3 pb-2 max-sm:px-4">
          <Skeleton className="h-7 w-40" />
        </div>
      </div>
    </div>
  );
}
