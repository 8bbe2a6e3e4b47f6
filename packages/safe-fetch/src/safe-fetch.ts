import type { AllowList } from "./allow-list.ts";
import { fetchHop, type HopResponse } from "./fetch-hop.ts";
import { freshForMs } from "./freshness.ts";
import { judgeAddress } from "./judge-address.ts";
import { judgeUrl, type Target } from "./judge-url.ts";
import { limitLookups } from "./limit-lookups.ts";
import { judgeMediaType, type MediaType } from "./media-type.ts";
import { openSocket, type OpenSocket } from "./open-socket.ts";
import { type BodyLimits, readBody } from "./read-body.ts";
import { Refusal, type RefusalReason } from "./refusal.ts";
import { type Resolve, resolveBySystem, resolveTarget } from "./resolve-target.ts";
import { createRobots, type RobotsAnswer } from "./robots.ts";

/** What tells whether a page has changed, and of which address that was said. */
export type Validators = { url: string; etag: string | null; lastModified: string | null };

export type FetchResult =
  | {
      kind: "page";
      /** Where redirects ended. */
      url: string;
      mediaType: MediaType;
      bytes: Buffer;
      validators: Validators;
      freshForMs: number | null;
    }
  /** As it was when the given validators were heard. */
  | { kind: "unchanged"; freshForMs: number | null }
  | { kind: "refused"; reason: RefusalReason; message: string; isTemporary: boolean };

export type SafeFetch = (url: string, options?: { validators?: Validators | null }) => Promise<FetchResult>;

export type FetchLimits = { totalMs: number; redirects: number; wireBytes: number; unpackedBytes: number };

export const usualLimits: FetchLimits = {
  /** Everything together: lookups, handshakes, robots.txt, redirects, the page. */
  totalMs: 10_000,
  redirects: 5,
  /** Long reads have 200 kB, scanned papers megabytes; what is larger is not for a glance. */
  wireBytes: 2 * 1024 * 1024,
  unpackedBytes: 6 * 1024 * 1024,
};

/** Enough for any honest site; matching rules against an address takes time by their length. */
const robotsLimits: BodyLimits = { wireBytes: 128 * 1024, unpackedBytes: 128 * 1024, excess: "cut" };

const textTypes = ["text/html", "application/xhtml+xml", "text/plain", "text/markdown"];
export const acceptedTypes: readonly string[] = [...textTypes, "application/pdf"];

// Whose robot this is, for a site's log and its robots.txt: it says what it is, and reads as nobody else.
const product = "PersonalKanban";
const userAgent = `${product}/1.0 (self-hosted task board; reads pages its users saved links to)`;

/** What a fetch is made of; tests put in other names, other sockets, and the faults the guard is there to prevent. */
export type FetchParts = { resolve: Resolve; openSocket: OpenSocket; judge: (address: string) => string | null };

/**
 * Makes the one function that may connect to addresses people or pages named. Each hop is judged anew: its address read
 * once, every address of its name checked, and the connection made to one of those checked. It never throws.
 */
export function createSafeFetch(
  { allow = [], limits: given = {} }: { allow?: AllowList; limits?: Partial<FetchLimits> } = {},
  parts: Partial<FetchParts> = {},
): SafeFetch {
  const limits = { ...usualLimits, ...given };
  const { resolve, judge, ...opens } = { resolve: resolveBySystem, openSocket, judge: judgeAddress, ...parts };
  const lookUp = limitLookups(resolve);
  const robots = createRobots({ product });

  const get = async <Result>(
    target: Target,
    signal: AbortSignal,
    headers: Record<string, string>,
    read: (response: HopResponse) => Promise<Result>,
  ) => {
    const resolving = { allow, judge, resolve: (hostname: string) => lookUp(hostname, signal) };
    const addresses = await orTimeout(resolveTarget(target, resolving), signal);
    const asked = { "user-agent": userAgent, "accept-encoding": "gzip, deflate, br", ...headers };
    return fetchHop(target, { ...opens, addresses, signal, headers: asked, read });
  };

  /** Follows redirects by hand, so that each of them is judged like an address somebody typed. */
  const follow = async <Result>(
    start: Target,
    ask: (target: Target) => Promise<{ redirectTo: string } | { result: Result }>,
  ): Promise<Result> => {
    let target = start;
    for (let hops = 0; hops <= limits.redirects; hops++) {
      const answer = await ask(target);
      if ("result" in answer) return answer.result;
      target = judgeUrl(answer.redirectTo, allow, target.url);
    }
    throw new Refusal("redirects", "The site sends us on and on");
  };

  const askRobots = (signal: AbortSignal) => (robotsUrl: URL) =>
    follow<RobotsAnswer>(judgeUrl(robotsUrl.href, allow), (target) =>
      get(target, signal, { accept: "text/plain" }, async (response) => {
        const redirectTo = redirectOf(response);
        if (redirectTo !== null) return { redirectTo };
        const { status, body } = response;
        if (status !== 200) return { result: { status, text: "" } };
        const bytes = await readBody(body, encodingOf(response), robotsLimits, signal);
        const text = bytes.toString("utf8");
        // Half a line forbids more than the whole one.
        const isCut = bytes.length === robotsLimits.unpackedBytes;
        return { result: { status, text: isCut ? text.slice(0, text.lastIndexOf("\n") + 1) : text } };
      }),
    );

  const fetchPage = (url: string, validators: Validators | null, signal: AbortSignal): Promise<FetchResult> =>
    follow<FetchResult>(judgeUrl(url, allow), async (target) => {
      await robots(target.url, askRobots(signal));
      const conditions = validators?.url === target.url.href ? conditionsOf(validators) : {};
      return get(target, signal, { accept: acceptedTypes.join(", "), ...conditions }, async (response) => {
        const redirectTo = redirectOf(response);
        if (redirectTo !== null) return { redirectTo };
        const { status, headers, body } = response;
        const fresh = freshForMs(single(headers["cache-control"]));
        if (status === 304 && Object.keys(conditions).length > 0)
          return { result: { kind: "unchanged", freshForMs: fresh } };
        if (status !== 200) throw statusRefusal(status);
        const mediaType = judgeMediaType(single(headers["content-type"]), acceptedTypes);
        const { wireBytes, unpackedBytes } = limits;
        if (Number(single(headers["content-length"]) ?? 0) > wireBytes)
          throw new Refusal("too-large", "The page is too large");
        const unpackLimits: BodyLimits = { wireBytes, unpackedBytes, excess: "refuse" };
        const bytes = await readBody(body, encodingOf(response), unpackLimits, signal);
        const seen: Validators = {
          url: target.url.href,
          etag: short(headers["etag"]),
          lastModified: short(headers["last-modified"]),
        };
        return {
          result: { kind: "page", url: target.url.href, mediaType, bytes, validators: seen, freshForMs: fresh },
        };
      });
    });

  return async (url, { validators = null } = {}) => {
    const signal = AbortSignal.timeout(limits.totalMs);
    try {
      return await fetchPage(url, validators, signal);
    } catch (error) {
      // What is no refusal is a defect of ours, or of a library on strange input; either way there is no page.
      const { reason, message, isTemporary } =
        error instanceof Refusal ? error : new Refusal("connection", "The site could not be read");
      return { kind: "refused", reason, message, isTemporary };
    }
  };
}

function redirectOf({ status, headers }: HopResponse): string | null {
  if (![301, 302, 303, 307, 308].includes(status)) return null;
  const location = single(headers["location"]);
  if (location === undefined) throw new Refusal("status", `Answered ${status}, leading nowhere`);
  return location;
}

function statusRefusal(status: number): Refusal {
  const isTemporary = status >= 500 || status === 429 || status === 408;
  return new Refusal("status", `The site answered ${status}`, { isTemporary });
}

function conditionsOf({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(etag === null ? {} : { "if-none-match": etag }),
    ...(lastModified === null ? {} : { "if-modified-since": lastModified }),
  };
}

/** All of them, however many headers they stand in: one is undone, more are none of our business. */
function encodingOf({ headers }: HopResponse): string | undefined {
  return [headers["content-encoding"] ?? []].flat().join(", ") || undefined;
}

/** A header sent twice counts once, as it stood first. */
function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

/** A validator goes back as it came; long or odd ones do not. */
function short(header: string | string[] | undefined): string | null {
  const value = single(header);
  return value !== undefined && /^[\x20-\x7e]{1,200}$/.test(value) ? value : null;
}

/** A lookup cannot be broken off, but nobody has to wait for it. */
function orTimeout<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new Refusal("timeout", "The name's lookup took too long", { isTemporary: true }));
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
