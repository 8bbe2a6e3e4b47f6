import type { BoardId } from "@kanban/domain/ids";
import type { AfterCapture, MailTls } from "@kanban/domain/mail/mail-sets";
import { isSender } from "@kanban/domain/mail/senders";
import type { ShownMailbox } from "./use-mail.ts";
import { mailFormStrings as strings } from "./mail.strings.ts";

/** A line of a list: a folder or what follows a plus, and its board. */
export type SortingLine = { text: string; boardId: BoardId | null };

/** The form as it is typed. */
export type MailFormValues = {
  name: string;
  host: string;
  port: string;
  tls: MailTls;
  userName: string;
  password: string;
  folders: SortingLine[];
  addresses: SortingLine[];
  boardId: BoardId | null;
  senders: string;
  afterCapture: AfterCapture;
  moveTo: string;
  fromStart: boolean;
};
export type MailFormProblems = Partial<Record<keyof MailFormValues, string>>;

/** Which port a server listens at for that. */
export const usualPort: Readonly<Record<MailTls, string>> = { tls: "993", starttls: "143", none: "143" };

/** The form of a mailbox, or of a new one. */
export function valuesOf(mailbox: ShownMailbox | null): MailFormValues {
  const tls = mailbox?.tls ?? "tls";
  const folders = mailbox?.folders.map(({ path, boardId }) => ({ text: path, boardId })) ?? [];
  return {
    name: mailbox?.name ?? "",
    host: mailbox?.host ?? "",
    ...{ tls, port: mailbox?.port?.toString() ?? usualPort[tls], userName: mailbox?.userName ?? "", password: "" },
    folders: folders.length > 0 ? folders : [{ text: "INBOX", boardId: null }],
    addresses: mailbox?.addresses.map(({ tag, boardId }) => ({ text: tag, boardId })) ?? [],
    boardId: mailbox?.boardId ?? null,
    senders: mailbox?.senders.join("\n") ?? "",
    ...{ afterCapture: mailbox?.afterCapture ?? "flag", moveTo: mailbox?.moveTo ?? "" },
    fromStart: mailbox?.fromStart ?? false,
  };
}

/** What is missing, in the order of the form. */
export function problemsOf(
  values: MailFormValues,
  { isHook, isNew }: { isHook: boolean; isNew: boolean },
): MailFormProblems {
  const problems: MailFormProblems = {};
  if (values.name.trim() === "") problems.name = strings.nameMissing;
  const [strange] = sendersOf(values).filter((sender) => !isSender(sender));
  if (strange !== undefined) problems.senders = strings.senderStrange(strange);
  if (isHook) return problems;
  if (values.host.trim() === "") problems.host = strings.hostMissing;
  if (values.userName.trim() === "") problems.userName = strings.userMissing;
  if (isNew && values.password === "") problems.password = strings.passwordMissing;
  if (values.afterCapture === "move" && values.moveTo.trim() === "") problems.moveTo = strings.moveToMissing;
  return problems;
}

/** What all ways of receiving mail have in common, as it is sent. Lines that say nothing, or of no board, are none. */
export function sortingOf({ name, boardId, addresses, senders }: MailFormValues) {
  return {
    name: name.trim(),
    boardId,
    addresses: addresses.flatMap(({ text, boardId: target }) =>
      text.trim() === "" || target === null ? [] : [{ tag: text.trim(), boardId: target }],
    ),
    senders: sendersOf({ senders }),
  };
}

function sendersOf({ senders }: Pick<MailFormValues, "senders">): string[] {
  return senders.split(/[\s,;]+/).filter((sender) => sender !== "");
}

/** How the mailbox is reached, as it is sent. An empty password is left out: it stays. */
export function connectionOf(values: MailFormValues) {
  const { tls, password, afterCapture, fromStart } = values;
  const folders = values.folders.flatMap(({ text, boardId }) =>
    text.trim() === "" ? [] : [{ path: text.trim(), boardId }],
  );
  return {
    ...{ host: values.host.trim(), port: Number(values.port), tls, userName: values.userName.trim() },
    ...(password === "" ? {} : { password }),
    folders: folders.length > 0 ? folders : [{ path: "INBOX", boardId: null }],
    ...{ afterCapture, moveTo: afterCapture === "move" ? values.moveTo.trim() : null, fromStart },
  };
}
