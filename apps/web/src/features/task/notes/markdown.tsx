import { createContext, type ReactNode, use } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { type References, remarkReferences } from "../../editor/remark-references.ts";
import { isOwnFile } from "../files/attachment-path.ts";
import { NotesImage } from "../files/notes-image.tsx";
import { openTaskAt } from "../task-location.ts";
import { taskStrings } from "../task.strings.ts";

const linkClass =
  "text-accent underline decoration-[color-mix(in_oklab,var(--accent)_40%,transparent)] underline-offset-2 hover:decoration-accent";

// Raw HTML stays text (react-markdown's default) and dangerous addresses are dropped (its default URL transform).
const components: Components = {
  a: ({ href, title, children }) => (
    <NotesLink href={href} title={title}>
      {children}
    </NotesLink>
  ),
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
  li: ({ node, className, children }) => {
    const item = { offset: node?.position?.start.offset ?? null, words: wordsOf(node) };
    return (
      <li className={className ? `${className} [&>ol]:ml-1 [&>ul]:ml-5` : undefined}>
        <TaskItem value={item}>{children}</TaskItem>
      </li>
    );
  },
  input: ({ checked }) => <TaskBox checked={checked ?? false} />,
  span: ({ className, children }) =>
    className === "mention" ? <span className="font-medium text-ink">{children}</span> : <span>{children}</span>,
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

type Ticking = { taskPrefix: string | null; onTick: ((offset: number) => void) | null };
const Reading = createContext<Ticking>({ taskPrefix: null, onTick: null });
/** The list item around a box: where it begins in the source, and its words. */
const TaskItem = createContext<{ offset: number | null; words: string }>({ offset: null, words: "" });

/** The box of a task item; where somebody may change the text, ticking it edits the source. */
function TaskBox({ checked }: { checked: boolean }) {
  const { onTick } = use(Reading);
  const { offset, words } = use(TaskItem);
  return (
    <input
      type="checkbox"
      checked={checked}
      aria-label={taskStrings.notes.tick(words)}
      disabled={!onTick || offset === null}
      onChange={() => offset !== null && onTick?.(offset)}
      className="mr-1.5 size-3.5 align-[-2px] accent-ok touch:size-6 touch:align-[-6px]"
    />
  );
}

/** The words of a rendered item, without those of items inside it. */
function wordsOf(node: { tagName?: string; value?: string; children?: unknown[] } | undefined): string {
  if (!node) return "";
  if (node.value !== undefined) return node.value;
  const inner = (node.children ?? []) as { tagName?: string; value?: string; children?: unknown[] }[];
  return inner
    .filter(({ tagName }) => tagName !== "ul" && tagName !== "ol")
    .map(wordsOf)
    .join("")
    .trim();
}

/** A link out of the notes, or to another task of the board; one whose address was dropped stays as words. */
function NotesLink({
  href,
  title,
  children,
}: {
  href: string | undefined;
  title?: string | undefined;
  children: ReactNode;
}) {
  const { taskPrefix } = use(Reading);
  if (!href) return <span data-dead-link>{children}</span>;
  if (taskPrefix !== null && href.startsWith(taskPrefix)) {
    return (
      <a
        href={href}
        title={title}
        className={linkClass}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
          event.preventDefault();
          openTaskAt(href + location.search);
        }}
      >
        {children}
      </a>
    );
  }
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" className={linkClass}>
      {children}
    </a>
  );
}

/** Notes as they read: Markdown with tables and task lists, no HTML, no remote images. */
export function Markdown({
  text,
  references,
  taskPrefix = null,
  onTick = null,
}: {
  text: string;
  /** Tasks and people that are recognised in the text. */
  references?: References | undefined;
  /** What the addresses of this board's tasks begin with: those open over the board. */
  taskPrefix?: string | null;
  /** Told where in the source a task item begins that was ticked or unticked. */
  onTick?: ((offset: number) => void) | null;
}) {
  return (
    <div dir="auto" className="grid gap-2 text-md text-pretty text-ink-2 wrap-anywhere">
      <Reading value={{ taskPrefix, onTick }}>
        <ReactMarkdown
          remarkPlugins={[
            remarkGfm,
            ...(references ? [[remarkReferences, references] satisfies [typeof remarkReferences, References]] : []),
          ]}
          components={components}
        >
          {text}
        </ReactMarkdown>
      </Reading>
    </div>
  );
}
