import { z } from "zod";

/** Reads a {@link Rank}; apart from the functions on ranks, which the browser needs at once, and zod later. */
export const rankSchema = z.string().min(1).max(200).brand<"Rank">();
