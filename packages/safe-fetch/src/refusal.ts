/** Why a page is not fetched. Closed: whoever shows or counts refusals has a word for each. */
export const refusalReasons = [
  /** No address at all, or one no URL parser makes sense of. */
  "malformed",
  "scheme",
  /** A name and password in the address: whoever wrote it means to mislead, or gives away a secret. */
  "credentials",
  "port",
  /** A name that can only mean a machine of the own network. */
  "local-name",
  /** It leads, if only in part, to an address that is not public. */
  "private-address",
  "dns",
  "connection",
  "timeout",
  "redirects",
  "robots",
  "status",
  "content-type",
  "encoding",
  "headers",
  "too-large",
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Ends a fetch at once, from wherever in it; never leaves this package. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly reason: RefusalReason;
  /** Trying again later could help. */
  readonly isTemporary: boolean;

  constructor(reason: RefusalReason, message: string, { isTemporary = false } = {}) {
    super(message);
    this.reason = reason;
    this.isTemporary = isTemporary;
  }
}
