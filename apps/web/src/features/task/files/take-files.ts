import type { NewFile } from "./upload-queue.ts";

/** The files of a drop, a paste or a picker; a pasted picture gets a name that says when. Folders are left out. */
export function takeFiles(list: FileList | readonly File[], now = new Date()): NewFile[] {
  return [...list].map((file) => ({ file, name: nameOf(file, now) }));
}

/** What browsers call a picture that comes from no file. */
const namelessImage = /^image\.(png|jpe?g|gif|webp)$/;

function nameOf({ name, type }: File, now: Date): string {
  if (name !== "" && !namelessImage.test(name)) return name;
  const ending = type.split("/")[1]?.replace("jpeg", "jpg") ?? "png";
  const when = now.toLocaleString("sv-SE").replaceAll(":", ".");
  return `Pasted ${when}.${ending}`;
}

/** Whether a drag brings files and not a card, a link or text. */
export function bringsFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes("Files") ?? false;
}

/** Those of a drop that are files; a folder cannot be read as one. */
export function droppedFiles(transfer: DataTransfer): { files: File[]; hasFolder: boolean } {
  const items = [...transfer.items].filter(({ kind }) => kind === "file");
  const isFolder = (item: DataTransferItem) => item.webkitGetAsEntry?.()?.isDirectory ?? false;
  const files = items.filter((item) => !isFolder(item)).flatMap((item) => item.getAsFile() ?? []);
  return { files, hasFolder: items.some(isFolder) };
}
