import { hash, randomInt } from "node:crypto";

/** Consonants that are not mistaken for each other, and make no words: 20 to the 8th are too many to try in ten minutes. */
const letters = "BCDFGHJKLMNPQRSTVWXZ";
const length = 8;

/** A code to be read from one screen and compared on another, as `BCDF-GHJK`. */
export function newUserCode(): string {
  const code = Array.from({ length }, () => letters[randomInt(letters.length)]).join("");
  return `${code.slice(0, length / 2)}-${code.slice(length / 2)}`;
}

/** Under what a code is found, however it was typed. */
export function hashOfUserCode(typed: string): string {
  return hash("sha256", typed.toUpperCase().replace(/[^A-Z]/g, ""));
}
