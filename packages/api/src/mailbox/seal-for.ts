import type { MailboxId } from "@kanban/domain/ids";
import { refuse } from "@kanban/domain/refusal";
import type { ApiDeps } from "../context.ts";

/** The key mail secrets are sealed with; MAIL_OFF where the instance has none. */
export function needMailKey({ mailKey }: Pick<ApiDeps, "mailKey">): string {
  return mailKey ?? refuse("MAIL_OFF");
}

/** What a hook's secret is sealed for. */
export function hookPurpose(mailboxId: MailboxId): string {
  return `mail hook ${mailboxId}`;
}
