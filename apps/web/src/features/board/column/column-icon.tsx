import { ArrowRight, CircleCheck, Clock, Cloud, Hourglass, Inbox, type LucideIcon } from "lucide-react";
import type { ColumnKind } from "@kanban/domain/column-kind";

const icons: Record<ColumnKind, LucideIcon> = {
  inbox: Inbox,
  next: ArrowRight,
  doing: Clock,
  waiting: Hourglass,
  someday: Cloud,
  done: CircleCheck,
};

/** The picture of a column's kind; decoration, the column's name stands beside it. */
export function ColumnIcon({ kind, size = 14 }: { kind: ColumnKind; size?: number }) {
  const Icon = icons[kind];
  return <Icon size={size} strokeWidth={2} aria-hidden className="shrink-0" />;
}
