/** A call that was not carried out: refused by the API, which tells why in `data`, or stopped on the way. */
export class CallError extends Error {
  override name = "CallError";
  /** What the API tells; read it with `readErrorData`, since somebody in between may have answered. */
  readonly data: unknown;
  /** `null` when nobody answered at all. */
  readonly response: Response | null;

  constructor(message: string, data?: unknown, response: Response | null = null) {
    super(message);
    this.data = data;
    this.response = response;
  }
}
