import { randomBytes } from "node:crypto";

/**
 * Text of people and pages between marks nobody could have written into it, cut to a length. What stands between them is
 * data: the instructions say so, and nothing depends on the model keeping to that (see `keep-inert.ts`).
 */
export function fenceText(
  parts: readonly { name: string; text: string; most: number }[],
  mark = randomBytes(9).toString("base64url"),
): string {
  return parts
    .filter(({ text }) => text.trim() !== "")
    .map(
      ({ name, text, most }) =>
        `<<${name} ${mark}>>\n${text.slice(0, most).toWellFormed().replaceAll(mark, "")}\n<<end ${mark}>>`,
    )
    .join("\n\n");
}
