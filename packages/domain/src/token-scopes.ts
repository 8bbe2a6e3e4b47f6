/** What a token may do for its person. */
export const tokenScopes = ["capture", "read", "write", "propose"] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** Those that something asks for today: what nothing checks is not handed out. */
export const offeredScopes = ["capture"] as const satisfies readonly TokenScope[];
