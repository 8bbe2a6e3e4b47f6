import { limits } from "@kanban/domain/limits";
import { crc32, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { expect, test } from "vitest";
import { shrinkImage } from "./shrink-image.ts";

/** Red on the left, blue on the right. */
function twoHalves(width: number, height: number): Sharp {
  const half = { width: width / 2, height, channels: 3 as const, background: "blue" };
  return sharp({ create: { width, height, channels: 3, background: "red" } }).composite([
    { input: { create: half }, left: width / 2, top: 0 },
  ]);
}

/** A PNG that says it is that large and brings next to nothing. */
function claim(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    size.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([size, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  const data = deflateSync(Buffer.alloc(1_000));
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}

test("an image becomes a small WebP of the same shape, and says how large it was", async () => {
  const { bytes, width, height } = await shrinkImage(await twoHalves(2_000, 1_000).jpeg().toBuffer());
  expect([width, height]).toEqual([2_000, 1_000]);
  const { format, width: w, height: h } = await sharp(bytes).metadata();
  expect([format, w, h]).toEqual(["webp", limits.previewPixels, limits.previewPixels / 2]);
});

test("a small image is not made larger", async () => {
  const { bytes } = await shrinkImage(await twoHalves(40, 20).png().toBuffer());
  expect((await sharp(bytes).metadata()).width).toBe(40);
});

test("a photo stands upright, and says no more where it was taken", async () => {
  const exif = { IFD0: { Copyright: "Ada" }, IFD3: { GPSLatitude: "48/1 12/1 0/1" } };
  const lying = await twoHalves(200, 100).withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const { bytes, width, height } = await shrinkImage(lying);
  expect([width, height]).toEqual([100, 200]);
  const small = await sharp(bytes).metadata();
  expect([small.width, small.height, small.exif, small.orientation, small.xmp]).toEqual([
    100,
    200,
    undefined,
    undefined,
    undefined,
  ]);
  // Red was on the left; turned clockwise it is on top.
  const { data } = await sharp(bytes)
    .extract({ left: 50, top: 10, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(data[0]).toBeGreaterThan(200);
});

test("of an animation the first picture is taken", async () => {
  const frames = await Promise.all(
    ["red", "blue", "green"].map((background) =>
      sharp({ create: { width: 60, height: 40, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const animation = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  expect((await sharp(animation, { animated: true }).metadata()).pages).toBe(3);
  const { bytes, width, height } = await shrinkImage(animation);
  expect([width, height, (await sharp(bytes).metadata()).pages ?? 1]).toEqual([60, 40, 1]);
});

test.each([
  ["an image of 2,500 megapixels", claim(50_000, 50_000)],
  ["an image without its end", (await twoHalves(400, 400).jpeg().toBuffer()).subarray(0, 900)],
  ["a PNG of nothing", claim(100, 100).subarray(0, 33)],
  ["an SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>')],
  ["a PDF", Buffer.from("%PDF-1.7\n1 0 obj\n")],
  ["text", Buffer.from("hello")],
  ["nothing", Buffer.alloc(0)],
])("%s has no preview", async (_, bytes) => {
  await expect(shrinkImage(bytes)).rejects.toThrow();
});
