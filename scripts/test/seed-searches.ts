import fc from "fast-check";
import { SEARCH_SEED } from "./search-seed.ts";

fc.configureGlobal({ seed: SEARCH_SEED });
