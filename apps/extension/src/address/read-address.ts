/** Where an app is: all that its addresses begin with. */
export type AppAddress = {
  origin: string;
  /** What is sent there can be read on the way. */
  isUnencrypted: boolean;
};

/** The app's address as somebody types or pastes it, of any page of it; `null` when it is none. */
export function readAddress(typed: string): AppAddress | null {
  const text = typed.trim();
  if (text === "" || /\s/u.test(text)) return null;
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//iu.test(text);
  const whole = hasScheme ? text : `${isLoopback(hostOf(text)) ? "http" : "https"}://${text}`;
  if (!URL.canParse(whole)) return null;
  const { protocol, hostname, origin, username, password } = new URL(whole);
  if (protocol !== "https:" && protocol !== "http:") return null;
  // A name in an address is how one address is made to look like another.
  if (username !== "" || password !== "") return null;
  return { origin, isUnencrypted: protocol === "http:" && !isLoopback(hostname) };
}

/** What to ask the browser for: it knows hosts, and one browser refuses patterns with a port. */
export function permissionFor(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** An address of the web that a task may name and a tab may open; `null` for files, settings and scripts. */
export function webAddress(text: string | null | undefined): string | null {
  if (!text || !URL.canParse(text)) return null;
  return /^https?:$/u.test(new URL(text).protocol) ? text : null;
}

function hostOf(text: string): string {
  return /^(\[[^\]]*\]|[^/:?#]*)/u.exec(text)?.[0] ?? "";
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || /^127(\.\d{1,3}){3}$/u.test(host);
}
