/** How one thing is, from best to worst. */
export const verdicts = ["ok", "attention", "failed"] as const;
export type Verdict = (typeof verdicts)[number];

/** What was found, and what to do when it is not well. */
export type Finding = { verdict: Verdict; about: string; found: string; todo?: string };

/** The worst of them; its place among the verdicts is the exit code. */
export function worstOf(findings: readonly Finding[]): Verdict {
  return verdicts.findLast((verdict) => findings.some((finding) => finding.verdict === verdict)) ?? "ok";
}
