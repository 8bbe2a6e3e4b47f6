import { limits } from "@kanban/domain/limits";
import type { LookUpPage } from "../pages/look-up-page.ts";
import type { Agent, AgentInput, Finding } from "./agent.ts";
import { findLink } from "./find-link.ts";

/** Of quiet readers of prose, adults of many languages (Brysbaert 2019: 238 in English). */
const wordsPerMinute = 230;
/** Shorter texts are read at a glance. */
const leastWords = 120;
/** A site that is still down an hour later is not waited for. */
const patienceMs = 3_600_000;

/** Reads the page behind the first link of a task and says what it is: title, site, reading time and what it is about. */
export function linkAgent(lookUp: LookUpPage): Agent {
  return {
    name: "link",
    kinds: ["link"],
    cost: "fetch",
    looksAgainOn: [],
    takesLong: (input) => linkOf(input) !== null,
    findHints: (input) => findPageHints(input, lookUp),
  };
}

function linkOf({ title, notes }: Pick<AgentInput, "title" | "notes">): string | null {
  return findLink(title) ?? findLink(notes);
}

async function findPageHints(input: AgentInput, lookUp: LookUpPage): Promise<Finding[]> {
  const { writtenAt, readAt } = input;
  const url = linkOf(input);
  if (url === null) return [];
  const answer = await lookUp(url);
  if (!answer.facts) {
    const isRecent = Date.parse(readAt) - Date.parse(writtenAt) < patienceMs;
    if (answer.isTemporary && isRecent) throw new Error(`The page could not be read now: ${answer.reason}`);
    return [];
  }
  const { facts } = answer;
  const minutes = facts.words < leastWords ? null : Math.max(1, Math.round(facts.words / wordsPerMinute));
  const words = facts.extract || facts.title;
  return [
    {
      value: {
        kind: "link",
        url,
        title: facts.title,
        site: facts.site || siteOf(url),
        minutes,
        extract: facts.extract,
      },
      evidence: { from: "page", url, text: words.slice(0, limits.evidence).toWellFormed() },
      // What a page says of itself is surely what it says; whether that helps is another matter.
      confidence: 0.9,
    },
  ];
}

function siteOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./u, "").slice(0, limits.name);
}
