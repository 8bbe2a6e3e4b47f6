import type { Engine } from './load-engine.ts';

type Request = { id: number; method: string; params?: unknown };

/** One line of the engine's half of the conversation (JSON-RPC 2.0). */
export type Reply = { jsonrpc: '2.0'; id: number } & ({ result: unknown } | { error: { code: number; message: string; data: EngineErrorData } });

type EngineErrorData = { is_panic: boolean; message: string; meta: unknown; error_code: string | null };

/** The native engine's code for "a request that was understood and failed". */
const FAILED_REQUEST = 4466;
const UNKNOWN_METHOD = -32_601;

/** Runs one request against the engine; a failure becomes a reply, never an exception. */
export async function answer(engine: Engine, line: string): Promise<Reply> {
  const { id, method, params } = JSON.parse(line) as Request;
  try {
    if (typeof engine[method] !== 'function') return refuse(id, UNKNOWN_METHOD, { message: `This schema engine has no method "${method}".` });
    // A void answer must still be a member of the reply, or the CLI waits for ever.
    return { jsonrpc: '2.0', id, result: (await engine[method](params)) ?? null };
  } catch (error) {
    return refuse(id, FAILED_REQUEST, error as EngineFailure);
  }
}

type EngineFailure = { message: string; meta?: unknown; code?: string };

function refuse(id: number, code: number, { message, meta, code: errorCode }: EngineFailure): Reply {
  return { jsonrpc: '2.0', id, error: { code, message, data: { is_panic: false, message, meta: meta ?? null, error_code: errorCode ?? null } } };
}
