import { z } from "zod";
import { type Chat, ModelFault } from "./chat.ts";
import type { ModelSettings } from "./model-settings.ts";

/** An answer is a few hundred words of JSON; what is longer is none. */
const mostBytes = 256 * 1024;

const answerSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
  usage: z.object({ total_tokens: z.number().nonnegative() }).partial().optional(),
});

/**
 * Asks the endpoint an operator configured, and no other: its address is exempt from what `safe-fetch` asks of addresses
 * in texts, but it cannot send us on to another.
 */
export function postChat({ url, key, timeoutMs }: Pick<ModelSettings, "url" | "key" | "timeoutMs">): Chat {
  return async (request, signal) => {
    const answer = await fetch(`${url}/chat/completions`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(key && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify(request),
      redirect: "error",
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    }).catch((error: unknown) => {
      throw new ModelFault(`The language model cannot be reached (${nameOf(error)})`);
    });
    if (!answer.ok) {
      await answer.body?.cancel();
      throw new ModelFault(`The language model answered ${answer.status}`);
    }
    const parsed = answerSchema.safeParse(jsonOf(await readText(answer)));
    if (!parsed.success) throw new ModelFault("The language model answered in another protocol");
    const { choices, usage } = parsed.data;
    const content = choices[0]!.message.content;
    // Who does not count is counted: about four characters a token.
    const asked = request.messages.reduce((sum, message) => sum + message.content.length, 0);
    return { content, tokens: Math.ceil(usage?.total_tokens ?? (asked + content.length) / 4) };
  };
}

async function readText(answer: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of answer.body ?? []) {
      length += part.length;
      if (length > mostBytes) throw new ModelFault("The language model does not come to an end");
      parts.push(part);
    }
  } catch (error) {
    throw error instanceof ModelFault ? error : new ModelFault(`The language model broke off (${nameOf(error)})`);
  }
  return Buffer.concat(parts).toString("utf8");
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
