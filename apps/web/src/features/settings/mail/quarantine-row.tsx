import { Button } from "../../../components/ui/button.tsx";
import { refusalText } from "../../refusal/refusal-text.ts";
import { quarantineStrings as strings } from "./mail.strings.ts";
import type { WaitingMail } from "./use-mail.ts";

/** One mail that waits: who wrote, what it begins with, and what to do with it. All of it is shown as plain words. */
export function QuarantineRow({
  mail,
  isBusy,
  onAccept,
  onDiscard,
}: {
  mail: WaitingMail;
  isBusy: boolean;
  onAccept: (options: { allowSender: boolean }) => void;
  onDiscard: () => void;
}) {
  const { subject, from, text, files, reason, refusal } = mail;
  const title = subject.trim() || strings.noSubject;
  return (
    <li className="grid gap-2 border-line px-4 py-3 not-first:border-t" aria-busy={isBusy}>
      <div className="grid min-w-0 gap-0.5">
        <p className="text-md font-title [overflow-wrap:anywhere]">{title}</p>
        <p className="text-xs [overflow-wrap:anywhere] text-ink-3">
          {[from.name, from.address].filter(Boolean).join(" · ") || strings.noSender}
          {files > 0 && ` · ${strings.files(files)}`}
        </p>
        {reason === "refused" && (
          <p className="text-xs text-warn">
            {strings.refused(refusal ? refusalText({ code: refusal, details: {} }) : "")}
          </p>
        )}
        <p className="line-clamp-2 text-sm [overflow-wrap:anywhere] text-ink-2">{text}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          tone="primary"
          aria-label={strings.acceptOne(title)}
          aria-disabled={isBusy}
          onClick={() => onAccept({ allowSender: false })}
        >
          {strings.accept}
        </Button>
        {reason === "unknown-sender" && from.address !== "" && (
          <Button
            aria-label={strings.allowOne(from.address)}
            aria-disabled={isBusy}
            onClick={() => onAccept({ allowSender: true })}
          >
            {strings.allow}
          </Button>
        )}
        <Button tone="danger" aria-label={strings.discardOne(title)} aria-disabled={isBusy} onClick={onDiscard}>
          {strings.discard}
        </Button>
      </div>
    </li>
  );
}
