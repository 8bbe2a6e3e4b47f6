/** A name as RFC 8187 writes it: nothing in it can end the header or begin another. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** How a file is offered: shown or saved, with an ASCII name for those who know no better. */
export function contentDisposition(how: "inline" | "attachment", name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  return `${how}; filename="${plain}"; filename*=UTF-8''${encodeName(name)}`;
}
