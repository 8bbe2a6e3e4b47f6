/** Any CSS colour would let text into a style attribute: colours are OKLCH hues by name. */
export const labelColors = ["red", "orange", "yellow", "green", "teal", "blue", "violet", "pink", "grey"] as const;
export type LabelColor = (typeof labelColors)[number];
