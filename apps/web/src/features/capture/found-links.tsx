import { Link2 } from "lucide-react";
import { captureStrings as strings } from "./capture.strings.ts";
import { findLinks } from "./find-links.ts";

const mostShown = 4;

/** The pages a thought names, so that a broken address is seen before it is captured. */
export function FoundLinks({ text }: { text: string }) {
  const links = findLinks(text);
  if (links.length === 0) return null;
  return (
    <ul aria-label={strings.links} className="flex flex-wrap gap-1.5">
      {links.slice(0, mostShown).map(({ href, host }) => (
        <li
          key={href}
          title={href}
          className="flex min-w-0 items-center gap-1 rounded-full bg-sunken px-2 py-0.5 text-xs text-ink-2"
        >
          <Link2 size={12} aria-hidden className="shrink-0" />
          <span className="max-w-56 truncate">{host}</span>
        </li>
      ))}
      {links.length > mostShown && <li className="px-1 py-0.5 text-xs text-ink-3">+{links.length - mostShown}</li>}
    </ul>
  );
}
