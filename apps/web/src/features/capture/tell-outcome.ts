import { showToast } from "../../components/ui/toast.tsx";
import { captureStrings as strings } from "./capture.strings.ts";
import type { FirstOutcome } from "./queue/first-outcome.ts";

/** Says what has first become of thoughts; why one was refused is said where that is heard of. */
export function tellOutcome(outcome: FirstOutcome, titles: readonly string[]): void {
  const [title] = titles;
  if (outcome === "refused" || title === undefined) return;
  const isThere = outcome === "captured";
  const told = isThere ? strings.captured(title) : strings.kept(title);
  const toldMany = isThere ? strings.capturedMany(titles.length) : strings.keptMany(titles.length);
  showToast(titles.length === 1 ? told : toldMany, { id: "captured" });
}
