import { classNames } from "./class-names.ts";

/** Up to two letters that stand for a name: first and last word. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => {
    const first = word?.codePointAt(0);
    return first === undefined ? "" : String.fromCodePoint(first);
  });
  return letters.join("").toLocaleUpperCase();
}

const hues = [20, 60, 120, 160, 200, 250, 290, 340];

function hueOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 997;
  return hues[sum % hues.length] ?? 250;
}

/** A person as a small coloured disc; `labelled` is false when the name stands beside it. */
export function Avatar({
  id,
  name,
  size = 18,
  labelled = true,
}: {
  id: string;
  name: string;
  size?: 18 | 24 | 28;
  labelled?: boolean;
}) {
  return (
    <span
      {...(labelled ? { role: "img", "aria-label": name, title: name } : { "aria-hidden": true })}
      className={classNames(
        "inline-grid shrink-0 place-items-center rounded-full font-bold select-none before:content-[attr(data-initials)]",
        size === 18 ? "text-[9px]" : "text-[10px]",
      )}
      data-initials={initialsOf(name)}
      style={{ width: size, height: size, background: `oklch(0.5 0.12 ${hueOf(id)})`, color: "oklch(0.99 0 0)" }}
    />
  );
}
