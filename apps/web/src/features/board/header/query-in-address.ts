const parameter = "q";

/** The filter the address carries; empty when it carries none. */
export function readQuery(): string {
  return typeof location === "undefined" ? "" : (new URLSearchParams(location.search).get(parameter) ?? "");
}

/** Writes the filter into the address without a new history entry, so that it can be shared and reloaded. */
export function writeQuery(query: string): void {
  const url = new URL(location.href);
  if (query === "") url.searchParams.delete(parameter);
  else url.searchParams.set(parameter, query);
  history.replaceState(history.state, "", url);
}
