import { type TaskGrouping, taskGroupings } from "@kanban/domain/lists/group-tasks";

/** What the address says of a grouped list: it can be kept as a bookmark. */
export type ListAddress = {
  groupBy: TaskGrouping;
  /** Names of contexts, folded; a task needs one of them. */
  contexts: readonly string[];
};

/** Reads an address; what it does not understand it leaves out. */
export function readListAddress(params: Pick<URLSearchParams, "get" | "getAll">, usual: TaskGrouping): ListAddress {
  const groupBy = taskGroupings.find((each) => each === params.get("by")) ?? usual;
  return { groupBy, contexts: params.getAll("context") };
}

/** Puts it into the address, without a new entry in the history. */
export function writeListAddress({ groupBy, contexts }: ListAddress, usual: TaskGrouping): void {
  const params = new URLSearchParams();
  for (const name of contexts) params.append("context", name);
  if (groupBy !== usual) params.set("by", groupBy);
  const query = params.toString();
  history.replaceState(history.state, "", query === "" ? location.pathname : `?${query}`);
}
