import { z } from "zod";
import { columnKinds } from "./column-kind.ts";

/** Reads a column's kind. */
export const columnKindSchema = z.enum(columnKinds);
