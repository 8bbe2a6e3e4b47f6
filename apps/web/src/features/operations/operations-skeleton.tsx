import { Skeleton } from "../../components/ui/skeleton.tsx";
import { classNames } from "../../components/ui/class-names.ts";
import { operationsStrings } from "./operations.strings.ts";
import { panelClass } from "./section.tsx";

/** The page while it loads, in its own shape. */
export function OperationsSkeleton() {
  return (
    <div role="status" aria-label={operationsStrings.loading} className="grid gap-6">
      <Skeleton className="h-4 w-40" />
      <div className="grid gap-4 lg:grid-cols-2">
        {["to-worker", "to-api"].map((key) => (
          <div key={key} className={classNames(panelClass, "grid gap-3 px-4 py-3.5")}>
            <Skeleton className="h-4 w-28" />
            <Skeleton className="h-3.5" />
            <Skeleton className="h-3.5" />
            <Skeleton className="h-3.5" />
          </div>
        ))}
      </div>
      <div className={classNames(panelClass, "grid gap-3 px-4 py-3.5")}>
        <Skeleton className="h-4 w-48" />
        <Skeleton className="h-3.5 w-2/3" />
      </div>
    </div>
  );
}
