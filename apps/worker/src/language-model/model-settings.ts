import { z } from "zod";

/** How a language model is reached, if any; all of it is an operator's word. */
export const modelVariables = {
  /** Up to `/chat/completions`, as `http://localhost:11434/v1`; without it there is no model. */
  MODEL_URL: z.url({ protocol: /^https?$/ }).optional(),
  MODEL_NAME: z.string().min(1).optional(),
  MODEL_KEY: z.string().min(1).optional(),
  /** A model on one's own machine thinks for minutes. */
  MODEL_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(300).default(60),
  /** What the installation may spend in a day (UTC), questions and answers together. */
  MODEL_TOKENS_PER_DAY: z.coerce.number().int().min(0).default(200_000),
  /** Questions at a time. */
  MODEL_CONCURRENCY: z.coerce.number().int().min(1).max(4).default(1),
  /** Whether words of pages behind links are sent along. */
  MODEL_READS_PAGES: z.enum(["on", "off"]).default("off"),
  /** A folder answers are kept in by their question, and taken from when the same is asked again. */
  MODEL_RECORDINGS: z.string().min(1).optional(),
};

export type ModelSettings = {
  url: string;
  name: string;
  key: string | null;
  timeoutMs: number;
  tokensPerDay: number;
  concurrency: number;
  readsPages: boolean;
  recordings: string | null;
};

type ModelEnv = z.infer<z.ZodObject<typeof modelVariables>>;

/** The settings of the model; `null` when none is configured. */
export function modelSettings(env: ModelEnv): ModelSettings | null {
  if (!env.MODEL_URL || !env.MODEL_NAME) return null;
  return {
    url: env.MODEL_URL.replace(/\/+$/u, ""),
    name: env.MODEL_NAME,
    key: env.MODEL_KEY ?? null,
    timeoutMs: env.MODEL_TIMEOUT_SECONDS * 1_000,
    tokensPerDay: env.MODEL_TOKENS_PER_DAY,
    concurrency: env.MODEL_CONCURRENCY,
    readsPages: env.MODEL_READS_PAGES === "on",
    recordings: env.MODEL_RECORDINGS ?? null,
  };
}
