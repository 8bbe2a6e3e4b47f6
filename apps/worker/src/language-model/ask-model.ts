import { limitTo } from "@kanban/safe-fetch/limit-to";
import type { Pool } from "pg";
import { z } from "zod";
import { type Chat, type ChatRequest, ModelFault } from "./chat.ts";
import type { CircuitBreaker } from "./circuit-breaker.ts";
import { jsonOf } from "./json-of.ts";
import { addTokens, readTokens } from "./model-usage.repository.ts";
import type { ModelSettings } from "./model-settings.ts";

/** A model that does not keep to the schema once may do so the second time; a third is money for nothing. */
const tries = 2;
const mostAnswerTokens = 900;

export type Question<Answer> = {
  name: string;
  schema: z.ZodType<Answer>;
  system: string;
  user: string;
  signal: AbortSignal;
  countTokens: (tokens: number) => void;
};

/** An answer that keeps to the schema, or why there is none; `fault` may pass, the others will not. */
export type Asked<Answer> = { answer: Answer } | { answer: null; reason: "fault" | "unreadable" | "budget" };
export type AskModel = <Answer>(question: Question<Answer>) => Promise<Asked<Answer>>;

/**
 * Asks the model within its limits: so many questions at a time, so many tokens a day, none while it is down. What it
 * answers is parsed by the schema; asked once more when it does not fit, then dropped.
 */
export function modelAsker(deps: {
  settings: Pick<ModelSettings, "name" | "tokensPerDay" | "concurrency">;
  chat: Chat;
  breaker: CircuitBreaker;
  pool: Pool;
  now: () => Date;
}): AskModel {
  const { settings, chat, breaker, pool, now } = deps;
  const inTurn = limitTo(settings.concurrency);
  return (question) =>
    inTurn(async () => {
      const request = requestOf(settings.name, question);
      for (let nth = 0; nth < tries; nth++) {
        const day = now().toISOString().slice(0, 10);
        if ((await readTokens(pool, day)) >= settings.tokensPerDay) return { answer: null, reason: "budget" };
        if (!breaker.admits(now().getTime())) return { answer: null, reason: "fault" };
        try {
          const { content, tokens } = await chat(request, question.signal);
          breaker.succeeded();
          question.countTokens(tokens);
          await addTokens(pool, day, tokens);
          const parsed = question.schema.safeParse(jsonOf(content));
          if (parsed.success) return { answer: parsed.data };
        } catch (error) {
          breaker.failed(now().getTime());
          if (!(error instanceof ModelFault)) throw error;
          return { answer: null, reason: "fault" };
        }
      }
      return { answer: null, reason: "unreadable" };
    });
}

function requestOf<Answer>(model: string, { name, schema, system, user }: Question<Answer>): ChatRequest {
  return {
    model,
    messages: [
      { role: "system", content: system },
      { role: "user", content: user },
    ],
    response_format: { type: "json_schema", json_schema: { name, strict: true, schema: z.toJSONSchema(schema) } },
    temperature: 0,
    max_tokens: mostAnswerTokens,
  };
}
