import { Skeleton } from "../../components/ui/skeleton.tsx";
import { strings } from "./board.strings.ts";

/** Cards per column of the picture: uneven, as boards are. */
const shape = [4, 5, 3, 2, 3];

/** The board before it is there: its columns and cards in grey. */
export function BoardSkeleton() {
  return (
    <div role="status" aria-busy="true" aria-label={strings.board.loading} className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-12 items-center px-5 max-sm:px-4">
        <Skeleton className="h-6 w-40" />
      </div>
      <div className="flex min-h-0 flex-1 gap-3 overflow-hidden px-5 pb-5 max-sm:px-3">
        {shape.map((cards, column) => (
          <div
            key={column}
            className="flex w-[268px] shrink-0 flex-col gap-1.5 rounded-l bg-sunken p-2 max-sm:w-[calc(100vw-40px)]"
          >
            <Skeleton className="mx-1 my-1.5 h-4 w-24" />
            {Array.from({ length: cards }, (_, card) => (
              <div key={card} className="grid gap-2 rounded-m bg-surface p-3 shadow-1">
                <Skeleton className="h-3.5 w-4/5" />
                <Skeleton className="h-3 w-2/5" />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
