/** How sure different ways to say it make us: promises, questions, and what may be an order to oneself. */
export const sure = 0.9;
export const likely = 0.75;
export const maybe = 0.6;

/**
 * How a language says that somebody else is to act. Sources of regular expressions over folded text (lower case, no
 * accents); they stand at the beginning of a clause.
 */
export type WaitingWords = {
  language: string;
  /** Before the one who is waited for, surest first: "waiting for", "asked". */
  before: readonly { phrase: string; confidence: number }[];
  /** Behind the one who is waited for: "will get back to me", "promised". */
  behind: readonly { phrase: string; confidence: number }[];
  /** May stand before all of it: "I've", "still". */
  opening: string;
  /** Words that end a name. */
  stop: string;
  /** What cannot be waited for, being oneself or nobody. */
  nobody: string;
  /** Not part of the name: "reply from". */
  skip: string;
};
