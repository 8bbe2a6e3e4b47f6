import { classNames } from "./class-names.ts";

/** A quiet block in the shape of what is loading; says nothing to a screen reader, its container is `aria-busy`. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return (
    <div
      aria-hidden
      className={classNames(
        "rounded-s bg-[color-mix(in_oklab,var(--ink)_8%,transparent)] motion-safe:animate-[skeleton_1.6s_ease-in-out_infinite]",
        className,
      )}
    />
  );
}
