import type { ReactNode } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { isOwnFile } from "../files/attachment-path.ts";
import { NotesImage } from "../files/notes-image.tsx";
import { taskStrings } from "../task.strings.ts";

const linkClass =
  "text-accent underline decoration-[color-mix(in_oklab,var(--accent)_40%,transparent)] underline-offset-2 hover:decoration-accent";

// Raw HTML stays text (react-markdown's default) and dangerous addresses are dropped (its default URL transform).
const components: Components = {
  a: ({ href, children }) => <NotesLink href={href}>{children}</NotesLink>,
  // Showing an image from elsewhere would tell its server who reads these notes, and when.
  img: ({ src, alt }) =>
    typeof src === "string" && isOwnFile(src) ? (
      <NotesImage src={src} alt={alt ?? ""} />
    ) : (
      <NotesLink href={typeof src === "string" ? src : undefined}>{taskStrings.notes.image(alt ?? "")}</NotesLink>
    ),
  // Below the panel's own headings (the title is its second level).
  h1: ({ children }) => <h3 className="text-lg font-bold text-ink">{children}</h3>,
  h2: ({ children }) => <h3 className="font-bold text-ink">{children}</h3>,
  h3: ({ children }) => <h4 className="font-bold text-ink">{children}</h4>,
  h4: ({ children }) => <h4 className="font-strong text-ink">{children}</h4>,
  h5: ({ children }) => <h5 className="font-strong text-ink">{children}</h5>,
  h6: ({ children }) => <h5 className="font-strong">{children}</h5>,
  ul: ({ children }) => (
    <ul className="list-disc pl-5 marker:text-ink-3 has-[>li>input]:list-none has-[>li>input]:pl-0">{children}</ul>
  ),
  ol: ({ children, start }) => (
    <ol start={start} className="list-decimal pl-5 marker:text-ink-3">
      {children}
    </ol>
  ),
  input: ({ checked }) => (
    <input type="checkbox" checked={checked ?? false} disabled readOnly className="mr-1.5 align-[-2px]" />
  ),
  blockquote: ({ children }) => <blockquote className="border-l-[3px] border-line-strong pl-3">{children}</blockquote>,
  code: ({ children }) => (
    <code className="rounded-s bg-[color-mix(in_oklab,var(--ink)_7%,transparent)] px-1 font-mono text-[0.92em] in-[pre]:bg-transparent in-[pre]:p-0">
      {children}
    </code>
  ),
  pre: ({ children }) => (
    <pre className="overflow-x-auto rounded-m bg-[color-mix(in_oklab,var(--ink)_6%,transparent)] p-3 text-sm">
      {children}
    </pre>
  ),
  table: ({ children }) => (
    <div className="overflow-x-auto">
      <table className="text-sm [&_td]:border-t [&_td]:border-line [&_td]:py-1 [&_td]:pr-4 [&_th]:pr-4 [&_th]:pb-1 [&_th]:text-left [&_th]:font-strong">
        {children}
      </table>
    </div>
  ),
  hr: () => <hr className="border-line" />,
  strong: ({ children }) => <strong className="font-bold text-ink">{children}</strong>,
};

/** A link out of the notes; one whose address was dropped stays as words. */
function NotesLink({ href, children }: { href: string | undefined; children: ReactNode }) {
  if (!href) return <span data-dead-link>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" className={linkClass}>
      {children}
    </a>
  );
}

/** Notes as they read: Markdown with tables and task lists, no HTML, no remote images. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className="grid gap-2 text-md text-pretty text-ink-2 wrap-anywhere">
      <ReactMarkdown remarkPlugins={[remarkGfm]} components={components}>
        {text}
      </ReactMarkdown>
    </div>
  );
}
