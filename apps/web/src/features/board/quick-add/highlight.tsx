import type { Ref } from "react";
import type { CaptureToken } from "@kanban/domain/capture-syntax/capture-token";

const tones: Record<CaptureToken["kind"], string> = {
  tag: "text-ok",
  context: "text-hint",
  project: "text-accent",
  priority: "text-danger",
  estimate: "text-ink-2",
  due: "text-warn",
  defer: "text-warn",
  escape: "text-ink-3",
};

/**
 * The field's text once more, behind it, with its tokens in their colours: the field itself is transparent and stays
 * a plain one for caret, undo, input methods and screen readers. Where colours are forced the field shows its own.
 */
export function Highlight({
  ref,
  text,
  tokens,
}: {
  ref: Ref<HTMLDivElement>;
  text: string;
  tokens: readonly CaptureToken[];
}) {
  let at = 0;
  const parts = tokens.flatMap((token) => {
    const plain = text.slice(at, token.start);
    at = token.end;
    return [
      plain,
      <span key={token.start} className={tones[token.kind]}>
        {text.slice(token.start, token.end)}
      </span>,
    ];
  });
  return (
    <div
      ref={ref}
      aria-hidden
      className="pointer-events-none min-h-5 break-words whitespace-pre-wrap [grid-area:1/1] forced-colors:hidden"
    >
      {parts}
      {text.slice(at)}
      {/* A line that ends in a space still has its height. */}
      {"\u200b"}
    </div>
  );
}
