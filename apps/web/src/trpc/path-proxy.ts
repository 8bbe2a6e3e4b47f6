/** An object of which every path is a function: `proxy.board.list.query(input)` calls `end(["board", "list", "query"], [input])`. */
export function pathProxy(
  end: (path: readonly string[], args: readonly unknown[]) => unknown,
  path: readonly string[] = [],
): unknown {
  return new Proxy(() => undefined, {
    // Whoever awaits it must not take it for a promise.
    get: (_target, key) => (typeof key === "string" && key !== "then" ? pathProxy(end, [...path, key]) : undefined),
    apply: (_target, _this, args: unknown[]) => end(path, args),
  });
}
