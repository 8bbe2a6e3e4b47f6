// Bundles the service worker with the list of all files of the build: node build-service-worker.ts <static> <public>
import { globSync, mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const [staticFolder = ".next/static", publicFolder = "public"] = process.argv.slice(2);
const here = path.dirname(fileURLToPath(import.meta.url));

// Their names carry a hash of their content: no revision is needed. Maps are for people with a debugger.
const files = globSync("**/*.{js,css,woff2}", { cwd: path.resolve(here, staticFolder) }).sort();
const manifest = files.map((file) => ({ url: `/_next/static/${file.split(path.sep).join("/")}`, revision: null }));

mkdirSync(path.resolve(here, publicFolder), { recursive: true });
await build({
  entryPoints: [path.join(here, "service-worker/service-worker.ts")],
  outfile: path.resolve(here, publicFolder, "sw.js"),
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  logLevel: "warning",
  define: { "self.__SW_MANIFEST": JSON.stringify(manifest), "process.env.NODE_ENV": '"production"' },
});
