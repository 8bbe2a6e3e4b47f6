export const confidenceWords = ["surely", "likely", "perhaps"] as const;
export type ConfidenceWord = (typeof confidenceWords)[number];

/** How sure a hint is, as a word: a percentage would claim more than is known. `confidence` is 0 to 1. */
export function confidenceWord(confidence: number): ConfidenceWord {
  return confidence >= 0.8 ? "surely" : confidence >= 0.5 ? "likely" : "perhaps";
}
