import fc from "fast-check";
import { expect, test } from "vitest";
import { sniffType } from "./sniff-type.ts";

const latin1 = (text: string) => Buffer.from(text, "latin1");

test.each([
  ["PNG", latin1("\x89PNG\r\n\x1a\n...."), "image/png"],
  ["JPEG", latin1("\xff\xd8\xff\xe0"), "image/jpeg"],
  ["GIF", latin1("GIF89a"), "image/gif"],
  ["WebP", latin1("RIFF....WEBPVP8 "), "image/webp"],
  ["AVIF", latin1("\0\0\0\x20ftypavif"), "image/avif"],
  ["HEIC", latin1("\0\0\0\x20ftypheic"), "image/heic"],
  ["MP4", latin1("\0\0\0\x20ftypisom"), "video/mp4"],
  ["PDF", latin1("%PDF-1.7"), "application/pdf"],
  ["a document of an office", latin1("PK\x03\x04"), "application/zip"],
  ["text with umlauts", Buffer.from("Überweisung\n"), "text/plain"],
  ["a page", Buffer.from("<!doctype html><script>"), "text/plain"],
  ["an SVG", Buffer.from("<svg onload=alert(1)>"), "text/plain"],
  ["a page that pretends", latin1(" \x89PNG<script>"), "application/octet-stream"],
  ["Latin-1 text", latin1("\xdcberweisung"), "application/octet-stream"],
  ["nothing", Buffer.alloc(0), "application/octet-stream"],
])("%s is %s", (_, bytes, type) => expect(sniffType(bytes)).toBe(type));

test("a character cut in half at the end of what is looked at does not make text unreadable", () => {
  expect(sniffType(Buffer.from(`${"a".repeat(4_095)}ü and more`))).toBe("text/plain");
});

test("no bytes are ever said to be a page or a script", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      expect(sniffType(bytes)).not.toMatch(/html|xml|svg|script/);
    }),
  );
});
