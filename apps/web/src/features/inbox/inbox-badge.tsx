"use client";

import { Inbox } from "lucide-react";
import { AppLink } from "../../components/ui/app-link.tsx";
import { frameStrings } from "../frame/frame.strings.ts";
import { listPath } from "../lists/list-places.ts";
import { useInboxCount } from "./inbox-count.ts";

/** How much there is to clarify, at the end of a row of the rail. */
export function InboxBadge() {
  const count = useInboxCount();
  if (count === 0) return null;
  return (
    <span title={frameStrings.toClarify(count)} className="ml-auto text-xs font-medium text-ink-3">
      <span aria-hidden>{count}</span>
      <span className="sr-only">{frameStrings.toClarify(count)}</span>
    </span>
  );
}

/** The same in a phone's header, which leads to the inbox. */
export function InboxEntry() {
  const count = useInboxCount();
  if (count === 0) return null;
  return (
    <AppLink
      href={listPath("inbox")}
      aria-label={`${frameStrings.listNames.inbox}, ${frameStrings.toClarify(count)}`}
      className="flex min-h-11 items-center gap-1 rounded-m px-2 text-xs font-strong text-ink-2"
    >
      <Inbox size={16} aria-hidden />
      {count}
    </AppLink>
  );
}
