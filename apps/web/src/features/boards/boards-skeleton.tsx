import { Skeleton } from "../../components/ui/skeleton.tsx";
import { boardsStrings } from "./boards.strings.ts";

/** The list of boards while it loads, in its own shape. */
export function BoardsSkeleton() {
  return (
    <div role="status" aria-label={boardsStrings.loading} className="rounded-l border border-line bg-surface shadow-1">
      {["w-24", "w-36", "w-20"].map((width) => (
        <div
          key={width}
          className="flex min-h-(--row) items-center gap-3 px-4 not-first:border-t not-first:border-line"
        >
          <Skeleton className="h-3 w-10" />
          <div className="flex-1 pl-3">
            <Skeleton className={`h-4 ${width}`} />
          </div>
          <Skeleton className="h-3 w-14" />
        </div>
      ))}
    </div>
  );
}
