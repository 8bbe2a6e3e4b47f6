const day = 86_400;

/** How long a session lasts without use, and after how long its use prolongs it; in seconds. */
export const sessionSeconds = { expiresIn: 30 * day, updateAge: day } as const;
