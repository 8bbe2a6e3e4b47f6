import { Skeleton } from "../../components/ui/skeleton.tsx";
import { listsStrings } from "./lists.strings.ts";

/** A list while it loads, in its own shape. */
export function ListSkeleton({ title }: { title: string }) {
  return (
    <div
      role="status"
      aria-label={listsStrings.loading(title)}
      className="grid w-full max-w-3xl gap-2 px-5 pt-3 max-sm:px-4"
    >
      <Skeleton className="h-7 w-24" />
      <Skeleton className="mb-3 h-6 w-80 max-w-full" />
      <div className="rounded-l border border-line bg-surface shadow-1">
        {["w-64", "w-44", "w-56", "w-36"].map((width) => (
          <div key={width} className="grid gap-1.5 px-4 py-3 not-first:border-t not-first:border-line">
            <Skeleton className={`h-4 max-w-full ${width}`} />
            <Skeleton className="h-3 w-28" />
          </div>
        ))}
      </div>
    </div>
  );
}
