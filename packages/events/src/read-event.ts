import type { EventDefinition } from "./define-event.ts";
import { type Envelope, envelopeSchema } from "./envelope.ts";

export type ReadEvent<Payload> =
  | { outcome: "known"; envelope: Envelope; event: Payload }
  /** A type or a later version this build does not know: keep it, acknowledge it, go on. */
  | { outcome: "unknown"; envelope: Envelope }
  /** Not what its schema says: park it and show it. */
  | { outcome: "bad"; reason: string };

type Known<Definitions extends Record<string, EventDefinition>> = {
  [Type in keyof Definitions & string]: {
    type: Type;
    payload: Definitions[Type]["payload"] extends { _output: infer Output } ? Output : never;
  };
}[keyof Definitions & string];

/** Reads an envelope from the wire against a registry: validates, upcasts older versions to today's. Never throws. */
export function readEvent<Definitions extends Record<string, EventDefinition>>(
  definitions: Definitions,
  raw: unknown,
): ReadEvent<Known<Definitions>> {
  const envelope = envelopeSchema.safeParse(raw);
  if (!envelope.success) return { outcome: "bad", reason: `envelope: ${envelope.error.message}` };
  const { type, version, payload } = envelope.data;
  const definition = Object.hasOwn(definitions, type) ? definitions[type] : undefined;
  if (!definition || version > definition.version) return { outcome: "unknown", envelope: envelope.data };
  let current: unknown = payload;
  for (let from = version; from < definition.version; from++) {
    const upcast = definition.upcast[from];
    if (!upcast) return { outcome: "bad", reason: `${type}: no way from version ${from}` };
    current = upcast(current);
  }
  const parsed = definition.payload.safeParse(current);
  if (!parsed.success) return { outcome: "bad", reason: `${type}: ${parsed.error.message}` };
  return { outcome: "known", envelope: envelope.data, event: { type, payload: parsed.data } as Known<Definitions> };
}
