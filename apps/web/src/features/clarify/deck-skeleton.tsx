import { Skeleton } from "../../components/ui/skeleton.tsx";
import { clarifyStrings } from "./clarify.strings.ts";
import { DeckFrame } from "./deck-frame.tsx";

/** The deck while it loads, in its own shape. */
export function DeckSkeleton() {
  return (
    <div role="status" aria-label={clarifyStrings.loading} className="h-full">
      <DeckFrame head={<Skeleton className="h-1 w-full" />}>
        <ItemSkeleton />
      </DeckFrame>
    </div>
  );
}

/** One item while it comes. */
export function ItemSkeleton() {
  return (
    <div className="my-auto grid gap-4">
      <Skeleton className="h-4 w-40" />
      <Skeleton className="h-9 w-4/5" />
      <Skeleton className="mb-4 h-10 w-3/5" />
      <div className="grid grid-cols-4 gap-2 max-sm:grid-cols-2">
        {["a", "b", "c", "d", "e", "f", "g", "h"].map((key) => (
          <Skeleton key={key} className="h-16" />
        ))}
      </div>
    </div>
  );
}
