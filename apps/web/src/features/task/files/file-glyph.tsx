import { File, FileArchive, FileAudio, FileImage, FileText, FileVideo } from "lucide-react";

/** What a file is, as a sign. */
export function FileGlyph({ type }: { type: string }) {
  const [kind] = type.split("/");
  const isArchive = type === "application/zip" || type === "application/gzip";
  const isText = kind === "text" || type === "application/pdf";
  const Glyph = isArchive
    ? FileArchive
    : isText
      ? FileText
      : kind === "image"
        ? FileImage
        : kind === "audio"
          ? FileAudio
          : kind === "video"
            ? FileVideo
            : File;
  return <Glyph size={18} strokeWidth={1.6} aria-hidden />;
}
