import { nearWords } from "@kanban/domain/search/near-words";

/** One search as PostgreSQL takes it. Words are letters and digits: nothing to escape. */
export type SearchQuery = {
  /** All words begin words of the task. */
  starts: string;
  /** The same, with slips forgiven in its title. */
  near: string;
  /** Patterns of a title between two spaces: all as whole words, all as beginnings. */
  wholeInTitle: string[];
  startsInTitle: string[];
};

/** A shorter word would begin too many: it has to be a word itself. */
const shortestBeginning = 3;

/** The query for folded words; `null` when they are no question: one letter is in nearly every task. */
export function searchQueryOf(words: readonly string[]): SearchQuery | null {
  if (words.every((word) => /^\D$/u.test(word))) return null;
  const term = (word: string) => `'${word}'${word.length < shortestBeginning ? "" : ":*"}`;
  const near = (word: string) => [term(word), ...nearWords(word).map((form) => `'~${form}'`)].join(" | ");
  return {
    starts: words.map(term).join(" & "),
    near: words.map((word) => `(${near(word)})`).join(" & "),
    wholeInTitle: words.map((word) => `% ${word} %`),
    startsInTitle: words.map((word) => `% ${word}%`),
  };
}
