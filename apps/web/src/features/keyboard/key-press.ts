/** What is read of a key press. */
export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey"> & {
  getModifierState?: (key: string) => boolean;
};

/** One press in the registry's grammar: `Mod+Shift+z`, `ArrowLeft`, `?`. `Mod` is Cmd on a Mac, Ctrl elsewhere. */
export type Chord = string;

const modifiers = ["Mod", "Ctrl", "Meta", "Alt", "Shift"] as const;
/** Where a keyboard without Latin letters has what a US one shows there, plain and with Shift. */
const usPunctuation: Partial<Record<string, readonly [string, string]>> = { Comma: [",", "<"], Period: [".", ">"] };

/** True for a key that types one character, as opposed to one with a name. */
export const isCharacter = (key: string) => /^.$/su.test(key);
const isLetter = (key: string) => /^\p{L}$/u.test(key);
const isForeignLetter = (key: string) => isLetter(key) && !/^\p{Script=Latin}$/u.test(key);

/** True where Cmd is what Ctrl is elsewhere. */
export function isMac(): boolean {
  return typeof navigator !== "undefined" && /Mac|iPhone|iPad/u.test(navigator.platform);
}

/**
 * What a press may be bound as, best first: by what it types; then by its place on the keyboard, for layouts without
 * Latin letters (Cyrillic, Greek …) and for those that have digits only with Shift (French).
 */
export function chordsOf(press: KeyPress, onMac = isMac()): Chord[] {
  const { key, code, shiftKey } = press;
  if (modifierKeys.has(key)) return [];
  const keys = [key === " " ? "Space" : key];
  const letter = /^Key([A-Z])$/u.exec(code)?.[1];
  const digit = /^Digit([0-9])$/u.exec(code)?.[1];
  if (isForeignLetter(key)) {
    if (letter) keys.push(letter.toLowerCase());
    const punctuation = usPunctuation[code]?.[shiftKey ? 1 : 0];
    if (punctuation) keys.push(punctuation);
  }
  if (digit && !shiftKey && !/^[0-9]$/u.test(key)) keys.push(digit);
  const prefix = modifiersOf(press, onMac);
  return keys.map((each) => {
    const isTyped = isCharacter(each);
    // What a symbol needs Shift for differs from layout to layout; for letters and named keys Shift says something.
    const shift = shiftKey && (!isTyped || isLetter(each)) ? "Shift+" : "";
    return prefix + shift + (isTyped ? each.toLocaleLowerCase("en") : each);
  });
}

const modifierKeys = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "Dead", "Unidentified"]);

function modifiersOf(press: KeyPress, onMac: boolean): string {
  // With AltGr some systems report Ctrl and Alt as well: there it only chooses what is typed.
  if (press.getModifierState?.("AltGraph")) return "";
  const mod = onMac ? press.metaKey : press.ctrlKey;
  const other = onMac ? press.ctrlKey && "Ctrl+" : press.metaKey && "Meta+";
  return (mod ? "Mod+" : "") + (other || "") + (press.altKey ? "Alt+" : "");
}

/** A chord taken apart; the key itself may be `+`. */
export function partsOf(chord: Chord): { modifiers: string[]; key: string } {
  const parts = chord.split(/\+(?=.)/u);
  const key = parts.at(-1) ?? "";
  return { modifiers: parts.slice(0, -1).filter((part) => (modifiers as readonly string[]).includes(part)), key };
}

/** The presses of a binding, one after the other: `g i` has two. */
export function strokesOf(binding: string): Chord[] {
  return binding.split(" ").map((stroke) => {
    const parts = partsOf(stroke);
    const isLetterKey = isLetter(parts.key);
    return [...parts.modifiers, isLetterKey ? parts.key.toLocaleLowerCase("en") : parts.key].join("+");
  });
}

/** True for a press that types a character or takes one back: what the switch for single keys turns off. */
export function isSingleKey(chord: Chord): boolean {
  const { modifiers: held, key } = partsOf(chord);
  const isTyped = isCharacter(key) || key === "Space" || key === "Backspace" || key === "Delete";
  return isTyped && held.every((modifier) => modifier === "Shift");
}
