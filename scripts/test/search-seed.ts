/**
 * What random searches begin from: the same in every run, so that a commit passes or fails everywhere alike; the
 * variable of this name has them look at other cases.
 */
export const SEARCH_SEED = Number(process.env["SEARCH_SEED"] ?? 20_261_129);
