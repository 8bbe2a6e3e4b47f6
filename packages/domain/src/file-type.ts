/** What a file is when nothing better is known: shown to nobody, only saved. */
export const unknownType = "application/octet-stream";

/** Images a small picture is made of. */
const imageTypes: readonly string[] = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"];

/** Whether the worker makes a small picture of files of that type. */
export function hasPreview(type: string): boolean {
  return imageTypes.includes(type);
}

/** Whether a browser may show a file of that type by itself. Nothing else is: a page could be hidden in it. */
export function isShownInline(type: string): boolean {
  return imageTypes.includes(type) || type === "application/pdf";
}
