import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { densityCookie, parseDensity } from "../features/theme/parse-density.ts";
import { parseTheme, themeCookie } from "../features/theme/theme.ts";
import "../styles/fonts.ts";
import "../styles/global.css";

export const metadata: Metadata = {
  title: { default: "Personal Kanban", template: "%s · Personal Kanban" },
  description: "Getting Things Done on a kanban board, on your own server",
};

const canvasColors = { light: "#f6f4f1", dark: "#101216" };

/** The browser's own bars take the canvas' colour, of the chosen theme or of the device's. */
export async function generateViewport(): Promise<Viewport> {
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  return {
    width: "device-width",
    initialScale: 1,
    viewportFit: "cover",
    themeColor:
      theme === "system"
        ? [
            { media: "(prefers-color-scheme: light)", color: canvasColors.light },
            { media: "(prefers-color-scheme: dark)", color: canvasColors.dark },
          ]
        : canvasColors[theme],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const jar = await cookies();
  const theme = parseTheme(jar.get(themeCookie)?.value);
  const density = parseDensity(jar.get(densityCookie)?.value);
  return (
    // Extensions write attributes into <html> before React wakes.
    <html
      lang="en"
      data-theme={theme === "system" ? undefined : theme}
      data-density={density === "comfortable" ? undefined : density}
      suppressHydrationWarning
    >
      <body>
        <div id="app">{children}</div>
      </body>
    </html>
  );
}
