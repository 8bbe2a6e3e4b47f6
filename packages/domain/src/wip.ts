/** What happens when a column is full: `warn` lets it through and marks it, `ask` wants a reason, `block` refuses. */
export const wipPolicies = ["warn", "ask", "block"] as const;
export type WipPolicy = (typeof wipPolicies)[number];

export type WipVerdict = "within" | "override" | "refused" | "reason-required";

/**
 * Judges one more task (or `entering` many) entering a column. `openTasks` counts live tasks before that. The server does not trust a
 * count it read earlier: there a guarded counter decides "within" (see `enterColumn` in packages/api).
 */
export function judgeWip(
  column: { openTasks: number; wipLimit: number | null },
  policy: WipPolicy,
  overrideReason: string | undefined,
  entering = 1,
): WipVerdict {
  if (column.wipLimit === null || column.openTasks + entering <= column.wipLimit) return "within";
  return judgeFullColumn(policy, overrideReason);
}

/** The same verdict for a column already known to be full. */
export function judgeFullColumn(policy: WipPolicy, overrideReason: string | undefined): Exclude<WipVerdict, "within"> {
  if (policy === "warn") return "override";
  if (policy === "block") return "refused";
  return overrideReason ? "override" : "reason-required";
}
