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

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f4f1" },
    { media: "(prefers-color-scheme: dark)", color: "#101216" },
  ],
};

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
