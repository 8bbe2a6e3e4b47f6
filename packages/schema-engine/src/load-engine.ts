import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { createAdapterFactory } from "./adapter.ts";

/** The engine's methods by the names the CLI uses on the wire. */
export type Engine = Record<string, ((params: unknown) => Promise<unknown>) | undefined>;

type Glue = typeof glue & { __wbg_set_wasm(exports: WebAssembly.Exports): void };

/**
 * Loads Prisma's schema engine from its WebAssembly file and binds it to a database.
 * By hand, since Node cannot yet import `.wasm` as the package's own entry does.
 */
export async function loadEngine(
  adapterFactory: ReturnType<typeof createAdapterFactory>,
  onPanic: (message: string) => void,
): Promise<Engine> {
  const file = path.join(
    path.dirname(fileURLToPath(import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg"))),
    "schema_engine_bg.wasm",
  );
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  // Where the engine leaves its last words before it aborts.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: onPanic } });
  (glue as Glue).__wbg_set_wasm(instance.exports);
  (instance.exports["__wbindgen_start"] as () => void)();
  const engine: unknown = await glue.SchemaEngine.new({ datamodels: undefined }, () => {}, adapterFactory);
  return engine as Engine;
}
