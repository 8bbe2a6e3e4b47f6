/** Where a dragged card would land. */
export function DropGap({ height }: { height: number }) {
  return (
    <li
      aria-hidden
      style={{ height }}
      className="mb-1.5 shrink-0 rounded-m border border-dashed border-[color-mix(in_oklab,var(--accent)_45%,transparent)] bg-accent-soft motion-safe:animate-[veil-in_var(--fast)_var(--ease)]"
    />
  );
}
