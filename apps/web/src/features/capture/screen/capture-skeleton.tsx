import { Skeleton } from "../../../components/ui/skeleton.tsx";
import { captureEntryStrings as strings } from "../capture-entry.strings.ts";

/** The capture page before its address is known: the same shape. */
export function CaptureSkeleton() {
  return (
    <div className="min-h-0 flex-1 overflow-y-auto" aria-busy="true">
      <div className="mx-auto grid w-full max-w-xl gap-4 px-5 pt-3 pb-12 max-sm:px-4 sm:pt-[6vh]">
        <h1 className="text-xl font-bold tracking-[-0.015em]">{strings.capture}</h1>
        <Skeleton className="h-24" />
        <Skeleton className="h-8 w-40" />
      </div>
    </div>
  );
}
