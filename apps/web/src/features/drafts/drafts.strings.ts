/** Every word about drafts. */
export const draftStrings = { restored: "Draft restored", discard: "Discard" } as const;
