import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { zipSync } from "fflate";
import sharp from "sharp";
import { build } from "vite";
import packageJson from "../package.json" with { type: "json" };
import { type Browser, browsers, iconSizes, manifestFor } from "./manifest.ts";
import { iconFile, tokens } from "./tokens.ts";

const folder = path.join(import.meta.dirname, "..");
/** Files in an archive have a time; this one, so that the same sources make the same archive. */
const archiveTime = new Date("2000-01-01T00:00:00");

/** Where the extension for one browser lies, to be loaded as it is. */
function builtFolder(browser: Browser): string {
  return path.join(folder, "dist", browser);
}

/** Builds the extension for one browser into a folder, its own unless another is named. */
export async function buildExtension(browser: Browser, out = builtFolder(browser)): Promise<void> {
  await build({
    configFile: false,
    root: path.join(folder, "src"),
    base: "./",
    logLevel: "warn",
    plugins: [tokens()],
    build: {
      outDir: out,
      emptyOutDir: true,
      // What light-dark() and the rest of the tokens need, so that none of it is rewritten.
      target: ["chrome127", "firefox140"],
      modulePreload: false,
      rolldownOptions: {
        input: {
          popup: path.join(folder, "src/popup.html"),
          background: path.join(folder, "src/background/background.ts"),
        },
        output: { entryFileNames: "[name].js", chunkFileNames: "shared-[hash].js", assetFileNames: "[name][extname]" },
      },
    },
  });
  writeFileSync(
    path.join(out, "manifest.json"),
    `${JSON.stringify(manifestFor(browser, packageJson.version), null, 2)}\n`,
  );
  mkdirSync(path.join(out, "icons"), { recursive: true });
  for (const size of iconSizes)
    await sharp(iconFile, { density: (72 * size) / 20 })
      .resize(size, size)
      .png()
      .toFile(path.join(out, `icons/${size}.png`));
}

/** Packs what was built, as the shops of the browsers take it. */
export function packExtension(browser: Browser): string {
  const built = builtFolder(browser);
  const files = globSync("**/*", { cwd: built, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(built, path.join(entry.parentPath, entry.name)))
    .sort();
  const entries = files.map((file) => [file.split(path.sep).join("/"), readFileSync(path.join(built, file))] as const);
  const archive = path.join(folder, `dist/personal-kanban-${browser}.zip`);
  writeFileSync(archive, zipSync(Object.fromEntries(entries), { level: 9, mtime: archiveTime }));
  return archive;
}

/** Everything there is to hand out. */
export async function buildAll(): Promise<string[]> {
  rmSync(path.join(folder, "dist"), { recursive: true, force: true });
  const archives: string[] = [];
  for (const browser of browsers) {
    await buildExtension(browser);
    archives.push(packExtension(browser));
  }
  return archives;
}
