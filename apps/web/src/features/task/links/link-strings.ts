import type { LinkSide } from "./link-sides.ts";

/** The words of links between tasks. */
export const linkStrings = {
  heading: "Links",
  sides: { blockedBy: "Blocked by", blocks: "Blocks", relatesTo: "Relates to" } satisfies Record<LinkSide, string>,
  find: "Find a task by number or title",
  none: "None",
  finished: "finished",
  remove: (title: string) => `Remove the link to “${title}”`,
} as const;
