/** What another version of the product reads in one of its files. */
export type Rewriting = {
  /** The source file, relative to the project. */
  file: string;
  /** What stands there, exactly once, and what is read instead. */
  rewrites: readonly { from: string; to: string }[];
};

/** Node's arguments for a process that is to read its sources so. */
export function rewritingArgs(...rewritings: readonly Rewriting[]): string[] {
  return rewritings.flatMap(({ file, rewrites }) => {
    const hook = new URL("./rewrite-source.ts", import.meta.url);
    hook.searchParams.set("rewriting", JSON.stringify({ file, rewrites }));
    return ["--import", hook.href];
  });
}
