import { isDue, type Item, type ItemStore } from "./item.ts";
import type { Outcome } from "./outcome.ts";

export type Delivery = {
  /** What became of each item that was tried, by its id. */
  outcomes: Record<string, Outcome>;
  /** What ended it: nothing was left, or the rest has to wait. */
  end: "done" | "later" | "revoked";
  retryAfterSeconds: number | null;
};

/**
 * Sends what is due, one after the other, the oldest first. An item leaves the store only when the app has said that it
 * has it, and the app knows it by its id: whatever breaks off in between, the next round sends it again and it comes once.
 * What the app refuses stays for a person and holds nothing up; what fails otherwise holds up all that came after it.
 */
export async function deliver(
  { list, put, remove }: ItemStore,
  { address, send }: { address: string; send: (item: Item) => Promise<Outcome> },
): Promise<Delivery> {
  const outcomes: Delivery["outcomes"] = {};
  for (;;) {
    // Looked up anew each time: more may have come while one was under way.
    const item = (await list()).find((kept) => isDue(kept, address));
    if (!item) return { outcomes, end: "done", retryAfterSeconds: null };
    const outcome = await send(item);
    outcomes[item.id] = outcome;
    switch (outcome.state) {
      case "saved":
        await remove(item.id);
        break;
      case "refused":
        await put({ ...item, refusal: outcome.refusal });
        break;
      case "later":
        return { outcomes, end: "later", retryAfterSeconds: outcome.retryAfterSeconds };
      case "revoked":
        return { outcomes, end: "revoked", retryAfterSeconds: null };
    }
  }
}
