import { limits } from "@kanban/domain/limits";
import sharp from "sharp";

// Whoever uploads chooses the bytes, so only these decoders ever see them; no fonts, no SVG, no PDF, no formats nobody
// sends. One thread and no cache: an image at a time, and its memory given back.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadPng",
    "VipsForeignLoadJpeg",
    "VipsForeignLoadNsgif",
    "VipsForeignLoadWebp",
    "VipsForeignLoadHeif",
  ],
});
sharp.concurrency(1);
sharp.cache(false);

/** Seconds after which an image is given up that was made to take for ever. */
const patienceSeconds = 20;

export type SmallImage = { bytes: Buffer; width: number; height: number };

/**
 * A small WebP of an image, upright, without its metadata (where it was taken, and by whom), of the first picture of an
 * animation; and the measures of the upright original. Rejects for whatever is no such image, is larger than
 * `limits.previewInputPixels` or takes too long.
 */
export async function shrinkImage(bytes: Buffer): Promise<SmallImage> {
  const image = sharp(bytes, { limitInputPixels: limits.previewInputPixels, failOn: "error", pages: 1 });
  const { autoOrient } = await image.metadata();
  const small = await image
    .autoOrient()
    .resize({ width: limits.previewPixels, height: limits.previewPixels, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 78 })
    .timeout({ seconds: patienceSeconds })
    .toBuffer();
  return { bytes: small, ...autoOrient };
}
