import type { MetadataRoute } from "next";
import { shareFields, sharePath } from "../features/capture/shared/share-path.ts";

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
    shortcuts: [
      { name: "Capture", url: "/capture" },
      { name: "Today", url: "/today" },
      { name: "Clarify", url: "/clarify" },
    ],
    share_target: {
      action: sharePath,
      method: "post",
      enctype: "multipart/form-data",
      params: {
        ...{ title: shareFields.title, text: shareFields.text, url: shareFields.url },
        // Endings beside types: some systems know only one of them.
        files: [
          { name: shareFields.files, accept: ["image/*", "video/*", "audio/*", "text/*", "application/*", ".pdf"] },
        ],
      },
    },
  };
}
