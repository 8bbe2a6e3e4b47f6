import { readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

const webSource = path.join(import.meta.dirname, "../../web/src");
/** The app's icon: drawn here in the sizes browsers ask for. */
export const iconFile = path.join(webSource, "app/icon.svg");
/** The one place of colour, type, space and shape; its last part is for a tool that is not used here. */
export const tokensFile = path.join(webSource, "styles/tokens.css");

const name = "virtual:tokens.css";

/** Lets the popup's sheet import the app's tokens. */
export function tokens(): Plugin {
  return {
    name: "kanban-tokens",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith("popup.css")) return undefined;
      const [css] = readFileSync(tokensFile, "utf8").split("@theme inline");
      return code.replace(`@import "${name}";`, css ?? "");
    },
  };
}
