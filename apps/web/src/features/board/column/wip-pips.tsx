import { classNames } from "../../../components/ui/class-names.ts";

// More dots cannot be counted at a glance; the number beside them says the rest.
const mostPips = 8;

/** A WIP limit as dots, filled as the column fills; decoration beside the count. */
export function WipPips({ tasks, limit }: { tasks: number; limit: number }) {
  if (limit > mostPips) return null;
  const isFull = tasks >= limit;
  return (
    <span aria-hidden className="ml-0.5 flex gap-0.5">
      {Array.from({ length: limit }, (_, index) => (
        <i
          key={index}
          className={classNames(
            "size-[7px] rounded-[2px] forced-color-adjust-none",
            isFull ? "bg-warn" : index < tasks ? "bg-accent" : "bg-line-strong",
          )}
        />
      ))}
    </span>
  );
}
