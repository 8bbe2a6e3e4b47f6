import { CalendarDays, Columns3, type LucideIcon, Rows3 } from "lucide-react";
import type { Layout } from "@kanban/domain/view-values";

/** The picture of each layout. */
export const layoutIcons: Record<Layout, LucideIcon> = { board: Columns3, list: Rows3, calendar: CalendarDays };
