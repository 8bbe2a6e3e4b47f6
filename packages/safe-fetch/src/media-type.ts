import { MIMEType } from "node:util";
import { Refusal } from "./refusal.ts";

export type MediaType = { type: string; charset: string | null };

/**
 * What a page says it is; only what is on the list is read.
 * @throws Refusal
 */
export function judgeMediaType(header: string | undefined, accepted: readonly string[]): MediaType {
  const parsed = parse(header ?? "");
  if (!parsed || !accepted.includes(parsed.type)) throw new Refusal("content-type", "Not a page that can be read");
  return parsed;
}

function parse(header: string): MediaType | null {
  try {
    const { essence, params } = new MIMEType(header);
    return { type: essence.toLowerCase(), charset: params.get("charset")?.toLowerCase() ?? null };
  } catch {
    return null;
  }
}
