// Loaded before one of the product's processes (`node --import`): rewrites an expression of one source file while it is
// read, to plant a bug or to make another version of the product. Text that is no longer there ends the process: what
// is not planted must not look like something that was caught.
import { registerHooks } from "node:module";
import type { Rewriting } from "./rewriting.ts";

const { file, rewrites } = JSON.parse(new URL(import.meta.url).searchParams.get("rewriting") ?? "null") as Rewriting;

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith(`/${file}`)) return loaded;
    const { source: read } = loaded;
    if (read === null || read === undefined) return loaded;
    const whole = typeof read === "string" ? read : new TextDecoder().decode(read);
    const source = rewrites.reduce((text, { from, to }) => {
      if (text.split(from).length !== 2) {
        process.stderr.write(`The source cannot be rewritten: ${file} does not hold, once: ${from}\n`);
        process.exit(70);
      }
      return text.replace(from, () => to);
    }, whole);
    return { ...loaded, source };
  },
});
