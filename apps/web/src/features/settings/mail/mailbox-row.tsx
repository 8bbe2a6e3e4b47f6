import { Mailbox, Webhook } from "lucide-react";
import { Button } from "../../../components/ui/button.tsx";
import { classNames } from "../../../components/ui/class-names.ts";
import { mailStrings as strings } from "./mail.strings.ts";
import { mailboxWords, stateOf } from "./mailbox-words.ts";
import type { ShownMailbox } from "./use-mail.ts";

/** One mailbox: where it is, how it is, and what to do about it. */
export function MailboxRow({
  mailbox,
  now,
  onEdit,
  onRemove,
}: {
  mailbox: ShownMailbox;
  now: Date;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const { name, fault, kind } = mailbox;
  const state = stateOf(mailbox);
  const Icon = kind === "hook" ? Webhook : Mailbox;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line px-4 py-3 not-first:border-t">
      <span aria-hidden className="grid size-8 shrink-0 place-items-center rounded-full bg-sunken text-ink-3">
        <Icon size={14} />
      </span>
      <div className="grid min-w-0 flex-1 basis-48 gap-0.5">
        <p className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <span className="min-w-0 truncate text-md font-title">{name}</span>
          <span role="status" className={classNames("text-xs", toneOf[state])}>
            {strings.state[state]}
          </span>
        </p>
        <p className="text-xs [overflow-wrap:anywhere] text-ink-3">{mailboxWords(mailbox, now).join(" · ")}</p>
        {fault && (
          <p className="text-xs text-pretty text-danger">
            {strings.faults[fault.reason]}
            {fault.detail && <span className="block [overflow-wrap:anywhere] text-ink-3">{fault.detail}</span>}
          </p>
        )}
      </div>
      <div className="flex gap-2">
        <Button aria-label={strings.edit(name)} onClick={onEdit}>
          {strings.editShort}
        </Button>
        <Button tone="danger" aria-label={strings.remove(name)} onClick={onRemove}>
          {strings.removeShort}
        </Button>
      </div>
    </li>
  );
}

const toneOf = { waiting: "text-ink-3", connected: "text-ok", hook: "text-ok", failing: "text-danger" } as const;
