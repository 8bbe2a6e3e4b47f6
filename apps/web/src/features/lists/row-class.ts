/** The class of a row; one that is off the screen is not laid out, so that a list of a thousand opens at once. */
export const rowClass =
  "group/row relative flex items-start gap-1 py-1.5 pr-1.5 pl-2 [contain-intrinsic-size:auto_52px] [content-visibility:auto] " +
  "not-first:border-t not-first:border-line first:rounded-t-l last:rounded-b-l " +
  "hover:bg-[color-mix(in_oklab,var(--ink)_3%,transparent)] focus-within:bg-[color-mix(in_oklab,var(--ink)_3%,transparent)]";
