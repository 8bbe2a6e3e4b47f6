import type { MetadataRoute } from "next";

/** Makes the app installable. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Personal Kanban",
    short_name: "Kanban",
    description: "Getting Things Done on a kanban board, on your own server",
    start_url: "/",
    display: "standalone",
    background_color: "#f6f4f1",
    theme_color: "#f6f4f1",
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    shortcuts: [{ name: "Boards", url: "/boards" }],
  };
}
