import { z } from "zod";
import { wipPolicies } from "./wip.ts";

/** Reads a WIP policy. */
export const wipPolicySchema = z.enum(wipPolicies);
