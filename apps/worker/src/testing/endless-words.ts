/** Repeated they are one word without an end, of signs that addresses are found by. */
export const endlessWords = ["@", "a@", "a@b.", "a.", "http://a)", "http://."] as const;
