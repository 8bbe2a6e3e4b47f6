import fc from "fast-check";
import ipaddr from "ipaddr.js";
import { expect, test } from "vitest";
import { judgeAddress } from "./judge-address.ts";

const octets = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));
const dotted = ([a, b, c, d]: number[]) => `${a}.${b}.${c}.${d}`;
const hex = ([a, b, c, d]: number[]) => `${((a! << 8) | b!).toString(16)}:${((c! << 8) | d!).toString(16)}`;

test("an IPv4 address counts the same in every IPv6 address that leads to it", () => {
  fc.assert(
    fc.property(octets, (bytes) => {
      const verdict = judgeAddress(dotted(bytes));
      for (const hidden of [
        `::ffff:${hex(bytes)}`,
        `::ffff:${dotted(bytes)}`,
        `2002:${hex(bytes)}::1`,
        `64:ff9b::${hex(bytes)}`,
      ])
        expect(judgeAddress(hidden), hidden).toBe(verdict);
      for (const shut of [
        `::${hex(bytes)}`,
        `64:ff9b:1::${hex(bytes)}`,
        `2a00:1450::5efe:${hex(bytes)}`,
        `2001:0:${hex(bytes)}::1`,
      ])
        expect(judgeAddress(shut), shut).not.toBeNull();
    }),
    { numRuns: 2_000 },
  );
});

test("an address counts the same in every spelling", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(0xffff), { minLength: 8, maxLength: 8 }), (parts) => {
      const address = new ipaddr.IPv6(parts);
      const verdict = judgeAddress(address.toNormalizedString());
      expect(judgeAddress(address.toString())).toBe(verdict);
      expect(judgeAddress(address.toRFC5952String().toUpperCase())).toBe(verdict);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  "",
  "localhost",
  "127.1",
  "0x7f.0.0.1",
  "0177.0.0.1",
  "2130706433",
  "127.0.0.1:80",
  "1.1.1.1 ",
  "[::1]",
  "::1%lo",
])("%j is not taken for a public address", (text) => expect(judgeAddress(text)).not.toBeNull());

test.each([
  "1.1.1.1",
  "8.8.8.8",
  "93.184.216.34",
  "172.15.255.255",
  "172.32.0.1",
  "100.63.255.255",
  "2606:4700::1111",
  "2a00:1450:4001::200e",
])("%s is public", (text) => expect(judgeAddress(text)).toBeNull());
