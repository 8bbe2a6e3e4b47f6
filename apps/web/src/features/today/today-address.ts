import { energySchema } from "@kanban/domain/entities";
import { type TaskGrouping, taskGroupings } from "@kanban/domain/lists/group-tasks";
import type { TodayFilter } from "@kanban/domain/today/today-filter";

/** What the address says of the screen: it can be kept as a bookmark. */
export type TodayAddress = { filter: TodayFilter; groupBy: TaskGrouping };

export const minuteChoices = [15, 30, 60] as const;

/** Reads an address; what it does not understand it leaves out. */
export function readTodayAddress(params: Pick<URLSearchParams, "get" | "getAll">): TodayAddress {
  const minutes = minuteChoices.find((choice) => String(choice) === params.get("minutes")) ?? null;
  const energy = energySchema.safeParse(params.get("energy"));
  const groupBy = taskGroupings.find((each) => each === params.get("by")) ?? "context";
  return {
    filter: { minutes, energy: energy.success ? energy.data : null, contexts: params.getAll("context") },
    groupBy,
  };
}

/** Puts it into the address, without a new entry in the history. */
export function writeTodayAddress({ filter, groupBy }: TodayAddress): void {
  const params = new URLSearchParams();
  if (filter.minutes !== null) params.set("minutes", String(filter.minutes));
  if (filter.energy !== null) params.set("energy", filter.energy);
  for (const name of filter.contexts) params.append("context", name);
  if (groupBy !== "context") params.set("by", groupBy);
  const query = params.toString();
  history.replaceState(history.state, "", query === "" ? location.pathname : `?${query}`);
}
