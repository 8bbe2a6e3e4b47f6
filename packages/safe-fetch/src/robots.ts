import robotsParser from "robots-parser";
import { Refusal } from "./refusal.ts";

/** What the rules of a site are, as its server answered. */
export type RobotsAnswer = { status: number; text: string };

/** Whether a URL may be fetched. @throws Refusal */
export type Robots = (url: URL, ask: (robotsUrl: URL) => Promise<RobotsAnswer>) => Promise<void>;

const hour = 60 * 60 * 1_000;
/** Rules may be a day old (RFC 9309); that a site had none to give is forgotten sooner. */
const freshMs = 24 * hour;
const failedMs = hour / 12;
const mostSites = 500;

/** The package is a function; its types say it is a module with one. */
const parseRobots = robotsParser as unknown as (
  url: string,
  text: string,
) => { isAllowed(url: string, product: string): boolean | undefined };

type Rules = { mayFetch: (url: string) => boolean; isTemporary: boolean; until: number };

/** Honours what sites ask of robots. Rules are kept per site, the oldest make room. */
export function createRobots({ product, now = Date.now }: { product: string; now?: () => number }): Robots {
  const known = new Map<string, Rules>();

  const read = async (origin: string, ask: (robotsUrl: URL) => Promise<RobotsAnswer>): Promise<Rules> => {
    const url = new URL("/robots.txt", origin);
    const answer = await ask(url).catch((error: unknown): RobotsAnswer => {
      // A site that is away is away; one whose rules are unfit to be fetched has none.
      if (error instanceof Refusal && !error.isTemporary) return { status: 404, text: "" };
      throw error;
    });
    // No rules allow everything; rules the site cannot give now may forbid anything.
    if (answer.status >= 500) return { mayFetch: () => false, isTemporary: true, until: now() + failedMs };
    if (answer.status >= 300) return { mayFetch: () => true, isTemporary: false, until: now() + freshMs };
    const rules = parseRobots(url.href, answer.text);
    return { mayFetch: (page) => rules.isAllowed(page, product) !== false, isTemporary: false, until: now() + freshMs };
  };

  return async (url, ask) => {
    let rules = known.get(url.origin);
    if (!rules || rules.until <= now()) {
      rules = await read(url.origin, ask);
      known.delete(url.origin);
      known.set(url.origin, rules);
      for (const [oldest] of known) {
        if (known.size <= mostSites) break;
        known.delete(oldest);
      }
    }
    if (!rules.mayFetch(url.href))
      throw new Refusal("robots", "The site asks robots to stay away", { isTemporary: rules.isTemporary });
  };
}
