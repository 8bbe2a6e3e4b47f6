import { CallError } from "./call-error.ts";

const base = "/api/trpc/";

/** The address of a procedure that is read, with its input. */
export function addressOf(path: string, input: unknown): string {
  return base + path + (input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`);
}

/**
 * Calls one procedure over tRPC's protocol; throws a {@link CallError}. One request for each call: a board must not wait
 * for the list of boards, and a change's fate (too large, refused) must not be that of its neighbours.
 */
export async function call(kind: "query" | "mutation", path: string, input: unknown): Promise<unknown> {
  const response = await (
    kind === "query"
      ? fetch(addressOf(path, input))
      : fetch(base + path, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(input),
        })
  ).catch((error: unknown) => {
    throw new CallError(String(error));
  });
  const answer: unknown = await response.json().catch(() => null);
  if (typeof answer === "object" && answer !== null) {
    if ("result" in answer) return (answer.result as { data?: unknown }).data;
    if ("error" in answer) {
      const { message, data } = (answer.error ?? {}) as { message?: string; data?: unknown };
      throw new CallError(message ?? "", data, response);
    }
  }
  throw new CallError(`An answer that is none of the API's (${response.status})`, undefined, response);
}
