/** The mail address in what somebody wrote as a name (`Bob <bob@example.com>`, `bob@example.com`), if there is one. */
export function addressIn(who: string): string | null {
  return /(?:^|[\s<(])([^\s<>()@,;:"]+@[^\s<>()@,;:"]+\.[^\s<>()@,;:".]+)(?=$|[\s>),;])/u.exec(who)?.[1] ?? null;
}

/** What to call somebody: the words before an address, else what stands before its @. */
export function calledName(who: string): string {
  const address = addressIn(who);
  if (address === null) return who.trim();
  const words = who
    .slice(0, who.indexOf(address))
    .replace(/[<(",]/gu, "")
    .trim();
  return words === "" ? (address.split("@")[0] ?? "") : words;
}
