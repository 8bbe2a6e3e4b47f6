import { formatSort, type ListSort, readSort } from "./list-fields.ts";

/** The order the address asks for. */
export function readSortInAddress(): ListSort {
  return readSort(new URLSearchParams(location.search).get("sort"));
}

/** Writes the order into the address, beside the filter. */
export function writeSortInAddress(sort: ListSort): void {
  const url = new URL(location.href);
  const text = formatSort(sort);
  if (text === null) url.searchParams.delete("sort");
  else url.searchParams.set("sort", text);
  history.replaceState(history.state, "", url);
}
