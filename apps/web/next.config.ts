import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";

const repositoryRoot = fileURLToPath(new URL("../..", import.meta.url));

const nextConfig: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  transpilePackages: ["@kanban/domain"],
  // The repository root, or the standalone server would miss the workspace packages.
  outputFileTracingRoot: repositoryRoot,
  turbopack: { root: repositoryRoot },
  output: "standalone",
  images: { unoptimized: true },
  // Browsers ask for it by habit, whatever icon a page names.
  redirects: () => Promise.resolve([{ source: "/favicon.ico", destination: "/icon.svg", permanent: true }]),
  // `tsc` checks types in `pnpm check`; TypeScript 7 has no JavaScript API for Next to call.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
};

export default nextConfig;
