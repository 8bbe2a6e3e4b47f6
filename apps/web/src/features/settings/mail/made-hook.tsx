"use client";

import { Button } from "../../../components/ui/button.tsx";
import { CopyField } from "../devices/copy-field.tsx";
import { mailFormStrings as strings } from "./mail.strings.ts";
import type { MadeHook } from "./mail-form.tsx";

/** A new address with its secret, shown this once, and how a post is signed. */
export function MadeHookPanel({ made: { mailboxId, secret }, onClose }: { made: MadeHook; onClose: () => void }) {
  const url = `${window.location.origin}/api/hooks/mail/${mailboxId}`;
  return (
    <div
      role="group"
      aria-label={strings.madeTitle}
      className="grid gap-4 rounded-l border border-line bg-surface p-4 shadow-1"
    >
      <div className="grid gap-0.5">
        <h3 className="text-md font-bold">{strings.madeTitle}</h3>
        <p className="text-sm text-ink-2">{strings.madeText}</p>
      </div>
      <CopyField label={strings.secret} value={secret} />
      <CopyField label={strings.address} value={url} />
      <div className="grid gap-1 text-xs text-ink-3">
        {strings.howTo}
        <code className="rounded-m bg-sunken px-2.5 py-2 font-mono text-2xs [overflow-wrap:anywhere] whitespace-pre-wrap text-ink-2">
          {curlOf(url)}
        </code>
      </div>
      <div className="flex justify-end">
        <Button onClick={onClose}>{strings.done}</Button>
      </div>
    </div>
  );
}

function curlOf(url: string): string {
  return [
    "T=$(date +%s)",
    "S=$( (printf '%s.' $T; cat mail.eml) | openssl dgst -sha256 -hmac \"$SECRET\" -r | cut -d' ' -f1)",
    `curl ${url} -H "X-Kanban-Timestamp: $T" \\`,
    '  -H "X-Kanban-Signature: sha256=$S" -H "Content-Type: message/rfc822" --data-binary @mail.eml',
  ].join("\n");
}
