import type { Engine } from "./load-engine.ts";

/** One line we send (JSON-RPC 2.0): a reply, or the request to print something to the user. */
export type OutgoingLine = { jsonrpc: "2.0"; id: number | string } & (
  | { result: unknown }
  | {
      error: {
        code: number;
        message: string;
        data: { is_panic: boolean; message: string; meta: unknown; error_code: string | null };
      };
    }
  | { method: "print"; params: { content: string } }
);

/** The native engine's code for "a request that was understood and failed". */
export const FAILED_REQUEST = 4466;
const UNKNOWN_METHOD = -32_601;

/** The id of a request, or null for anything else. */
export function requestId(line: string): number | null {
  const { id, method } = JSON.parse(line) as { id: number; method?: string };
  return method === undefined ? null : id;
}

/** Runs one line from the CLI against the engine; a failure becomes a reply, never an exception. */
export async function answer(engine: Engine, line: string): Promise<OutgoingLine[]> {
  const { id, method, params } = JSON.parse(line) as { id: number; method?: string; params?: unknown };
  // The CLI's acknowledgement of a print request.
  if (method === undefined) return [];
  try {
    if (typeof engine[method] !== "function")
      return [refuse(id, UNKNOWN_METHOD, { message: `This schema engine has no method "${method}".` })];
    const result = await engine[method](params);
    // A void answer must still be a member of the reply, or the CLI waits for ever.
    return [...printRequests(result), { jsonrpc: "2.0", id, result: result ?? null }];
  } catch (error) {
    return [refuse(id, FAILED_REQUEST, error as EngineFailure)];
  }
}

/** The WebAssembly engine returns the text of a `diff`; the CLI knows only the native engine's way of asking to print it. */
function printRequests(result: unknown): OutgoingLine[] {
  if (typeof result !== "object" || result === null || !("stdout" in result) || typeof result.stdout !== "string")
    return [];
  return [{ jsonrpc: "2.0", id: "print", method: "print", params: { content: result.stdout } }];
}

type EngineFailure = { message: string; meta?: unknown; code?: string };

/** The reply to a request that failed. */
export function refuse(id: number, code: number, { message, meta, code: errorCode }: EngineFailure): OutgoingLine {
  return {
    jsonrpc: "2.0",
    id,
    error: { code, message, data: { is_panic: false, message, meta: meta ?? null, error_code: errorCode ?? null } },
  };
}
