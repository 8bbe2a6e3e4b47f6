import { fold } from "../fold.ts";
import { englishVerbs } from "../actions/english-verbs.ts";
import type { WaitingWords } from "./waiting-words.ts";
import { czech } from "./words/czech.ts";
import { dutch } from "./words/dutch.ts";
import { english } from "./words/english.ts";
import { french } from "./words/french.ts";
import { german } from "./words/german.ts";
import { italian } from "./words/italian.ts";
import { polish } from "./words/polish.ts";
import { portuguese } from "./words/portuguese.ts";
import { spanish } from "./words/spanish.ts";

/** Who or what is waited for, and the words that say so. */
export type FoundWaiting = { who: string; start: number; end: number; confidence: number };

const languages = [english, german, french, spanish, czech, italian, dutch, polish, portuguese];

/** Longer than this is a sentence, not a name. */
const nameWords = 5;
/** A clause is looked at up to here; who is waited for stands at its head. */
const clauseLength = 160;

/** "Den Vermieter" is asked, but "Vermieter" is waited for. */
const caseArticle = /^(?:de[rnms]|die|das)\s+(?=\p{L})/iu;
/** What is read has no more of them, unless it is no prose. */
const mostClauses = 200;
/** Before a name, whatever else these words mean. */
const article = /^(?:the|an?|le|la|les|el|los|las|il|lo|gli|de|het|o|os|as|une?|una|uno)$/;

const notSubject =
  /^(?:remember|need|want|try|tried|have|got|time|how|ready|remind|promise|going|able|supposed|like|love|hope|due|forgot|don't|do|not|be|who|what|when|where|something|nothing|things?|stuff|people|reasons?|way|list)\b|\b(?:promised|tried|agreed|wants?|wanted|asked|told|needs?|plans?|likes?|used|said|offered|decided|hopes?|seems?|started|began|happy|had|ought|me|us|you)$/;

type Reader = ReturnType<typeof readerOf>;
let compiled: Reader[] | null = null;

function readerOf(words: WaitingWords) {
  const opening = String.raw`^(?<opening>(?:(?:${words.opening})\s+)*)`;
  const name = String.raw`(?<who>[\p{L}\d'][^,.;:!?\n()]{1,60}?)`;
  const edge = String.raw`(?![\p{L}\d])`;
  return {
    before: words.before.map(({ phrase, confidence }) => ({
      is: new RegExp(String.raw`${opening}(?<phrase>${phrase})(?:\s+|(?<='))(?<skip>${words.skip})?`, "u"),
      confidence,
    })),
    behind: words.behind.map(({ phrase, confidence }) => ({
      is: new RegExp(String.raw`${opening}${name}(?:\s+|(?='))(?:${phrase})${edge}`, "u"),
      confidence,
    })),
    isOrder: (who: string) =>
      words.language === "en" && (notSubject.test(who) || englishVerbs.has(who.split(" ")[0] ?? "")),
    stop: new RegExp(`^(?:${words.stop})$`, "u"),
    nobody: new RegExp(`^(?:${words.nobody})$`, "u"),
  };
}

/** The surest sign in a text that somebody else is to act. */
export function findWaiting(text: string): FoundWaiting | null {
  compiled ??= languages.map(readerOf);
  const folded = fold(text);
  let best: FoundWaiting | null = null;
  for (const at of clauseStarts(folded)) {
    const clause = folded.slice(at, at + clauseLength);
    for (const reader of compiled) {
      const found = readClause(clause, reader);
      if (!found || found.confidence <= (best?.confidence ?? 0)) continue;
      if (!/\p{L}/u.test(clause.slice(found.whoStart, found.whoEnd))) continue;
      const [start, end] = [at + found.start, at + found.end];
      const who = text
        .slice(at + found.whoStart, at + found.whoEnd)
        .trim()
        .replace(caseArticle, "");
      best = { who, start, end, confidence: found.confidence };
    }
  }
  return best;
}

/** Where a clause may begin: at the head, and behind a mark. */
function clauseStarts(text: string): number[] {
  const starts = [...text.matchAll(/[,;:!?\n(]\s*|\.\s+|\s[-–—]\s/g)].map((mark) => mark.index + mark[0].length);
  return [/^\s*/.exec(text)?.[0].length ?? 0, ...starts].slice(0, mostClauses);
}

type InClause = { whoStart: number; whoEnd: number; start: number; end: number; confidence: number };

function readClause(clause: string, reader: Reader): InClause | null {
  for (const { is, confidence } of reader.before) {
    const found = is.exec(clause);
    if (!found) continue;
    const whoStart = found[0].length;
    const whoEnd = whoStart + nameAt(clause.slice(whoStart), reader);
    const start = found[0].indexOf(found.groups?.["phrase"] ?? "");
    if (whoEnd > whoStart) return { whoStart, whoEnd, start, end: whoEnd, confidence };
  }
  for (const { is, confidence } of reader.behind) {
    const found = is.exec(clause);
    const who = found?.groups?.["who"];
    if (!found || !who) continue;
    const whoStart = found.groups?.["opening"]?.length ?? 0;
    // "Ask Tom to send the keys" is for oneself to do.
    if (reader.isOrder(who)) continue;
    const length = nameAt(clause.slice(whoStart, whoStart + who.length), reader);
    // Only the whole of what stands before the verb can be its subject.
    const isWhole = length === who.length || found[0].length > whoStart + who.length + 1;
    if (length > 0 && isWhole && (length === who.length || isParticipleLast(found[0])))
      return { whoStart, whoEnd: whoStart + length, start: whoStart, end: found[0].length, confidence };
  }
  return null;
}

/** "Landlord because of the heating asked", as German notes have it: only the first words name somebody. */
function isParticipleLast(clause: string): boolean {
  return /\b(?:gefragt|angeschrieben|angemailt|kontaktiert|gebeten|erinnert|beauftragt|angerufen)$/.test(clause);
}

/** How long the name at the head of a text is; none when it is nobody to wait for. */
function nameAt(text: string, { stop, nobody }: Reader): number {
  let length = 0;
  let count = 0;
  for (const match of text.matchAll(/\s*([^\s,;:!?()\n]+)/gy)) {
    const [token, word = ""] = match;
    const bare = word.replace(/[.'’]+$/u, "");
    const isArticle = count === 0 && article.test(bare);
    if ((!isArticle && stop.test(bare)) || (count === 0 && nobody.test(bare))) break;
    count += 1;
    if (count > nameWords) return 0;
    // "Dr. Novak" goes on behind its point.
    const isTitle = /^(?:dr|mr|mrs|ms|prof|st|ing|mgr|hr|fr)\.$/.test(word);
    length = match.index + token.length - (word.endsWith(".") && !isTitle ? 1 : 0);
    if ((word.endsWith(".") && !isTitle) || /^[,;:!?()\n]/.test(text.slice(match.index + token.length))) break;
  }
  return length;
}
