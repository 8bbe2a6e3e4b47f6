import fc from "fast-check";

// The random searches of the tests look at the same cases in every run, so that a commit passes or fails everywhere
// alike; SEARCH_SEED has them look at others.
fc.configureGlobal({ seed: Number(process.env["SEARCH_SEED"] ?? 20_261_129) });
