import { ListOrdered, LogOut, Network, SkipForward, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { Kbd } from "../../components/ui/kbd.tsx";
import type { ShortcutId } from "../keyboard/shortcuts.ts";
import { useFirstKey } from "../keyboard/use-first-key.ts";
import { clarifyStrings } from "./clarify.strings.ts";

type DeckActs = Record<"undo" | "skip" | "tree" | "questions" | "leave", () => void>;

/** What can be done wherever one is in the deck, each with its key; a thumb's row on a phone. */
export function DeckFoot({ acts, hasItem, said }: { acts: DeckActs; hasItem: boolean; said: string }) {
  const firstKey = useFirstKey();
  const act = (label: string, command: ShortcutId, icon: ReactNode, run: () => void, key = firstKey(command)) => (
    <button
      type="button"
      onClick={run}
      className="inline-flex h-7 items-center justify-center gap-1.5 rounded-m px-1.5 font-medium transition-colors duration-(--fast) hover:bg-[color-mix(in_oklab,var(--ink)_7%,transparent)] hover:text-ink touch:h-11 max-sm:flex-1 max-sm:px-1"
    >
      <span className="mouse:hidden max-[420px]:hidden">{icon}</span>
      {label}
      {key && <Kbd>{key}</Kbd>}
    </button>
  );
  return (
    <>
      {act(clarifyStrings.undo, "undo", <Undo2 size={14} aria-hidden />, acts.undo, "z")}
      {hasItem && act(clarifyStrings.skip, "clarify-skip", <SkipForward size={14} aria-hidden />, acts.skip)}
      {act(clarifyStrings.tree, "show-keys", <Network size={14} aria-hidden />, acts.tree)}
      {act(clarifyStrings.questions, "clarify-questions", <ListOrdered size={14} aria-hidden />, acts.questions)}
      <span aria-hidden className="mx-2 min-w-0 flex-1 truncate text-right text-ink-3 max-sm:hidden">
        {said}
      </span>
      {act(clarifyStrings.leave, "clarify-leave", <LogOut size={14} aria-hidden />, acts.leave, "Esc")}
    </>
  );
}
