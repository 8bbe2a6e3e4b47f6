export type StoredMessage = { uid: number; source: Buffer; flags: Set<string>; internalDate: Date };

/** A folder of the server. */
export type ImapFolder = {
  path: string;
  uidValidity: number;
  uidNext: number;
  messages: StoredMessage[];
  specialUse?: string;
};

export function newFolder(path: string, specialUse?: string): ImapFolder {
  return { path, uidValidity: 1_000, uidNext: 1, messages: [], ...(specialUse ? { specialUse } : {}) };
}

/** Messages of a set such as `1:3,7,9:*`; the star is the last one there is. */
export function messagesIn(folder: ImapFolder, set: string): StoredMessage[] {
  const last = folder.messages.at(-1)?.uid ?? 0;
  const place = (text: string) => (text === "*" ? last : Number(text));
  const ranges = set.split(",").map((part) => {
    const [from = "0", to = from] = part.split(":");
    const ends = [place(from), place(to)];
    return { from: Math.min(...ends), to: Math.max(...ends) };
  });
  return folder.messages.filter(({ uid }) => ranges.some(({ from, to }) => uid >= from && uid <= to));
}

/** Puts a message at the end, as a delivery or a move does. */
export function addMessage(folder: ImapFolder, message: Omit<StoredMessage, "uid">): number {
  const uid = folder.uidNext++;
  folder.messages.push({ ...message, uid });
  return uid;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** One FETCH response: its line, with the source as a literal where it was asked for. */
export function fetchResponse(folder: ImapFolder, message: StoredMessage, items: readonly string[]): Buffer {
  const parts: (string | Buffer)[] = [];
  for (const item of items) {
    const upper = item.toUpperCase();
    const partial = /<(\d+)\.(\d+)>$/.exec(upper);
    if (parts.length > 0) parts.push(" ");
    if (upper === "UID") parts.push(`UID ${message.uid}`);
    else if (upper === "FLAGS") parts.push(`FLAGS (${[...message.flags].join(" ")})`);
    else if (upper === "RFC822.SIZE") parts.push(`RFC822.SIZE ${message.source.length}`);
    else if (upper === "INTERNALDATE") parts.push(`INTERNALDATE "${internalDate(message.internalDate)}"`);
    else if (upper.startsWith("BODY.PEEK[]")) {
      const [from, length] = partial ? [Number(partial[1]), Number(partial[2])] : [0, message.source.length];
      const bytes = message.source.subarray(from, from + length);
      parts.push(`BODY[]${partial ? `<${from}>` : ""} {${bytes.length}}\r\n`, bytes);
    } else throw new Error(`This server does not know ${item}`);
  }
  const line = `* ${folder.messages.indexOf(message) + 1} FETCH (`;
  return Buffer.concat([Buffer.from(line), ...parts.map((part) => Buffer.from(part)), Buffer.from(")\r\n")]);
}

function internalDate(at: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${two(at.getUTCDate())}-${months[at.getUTCMonth()]}-${at.getUTCFullYear()}`;
  return `${day} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000`;
}
