import type { z } from "zod";
import type { labelColorSchema } from "@kanban/domain/mutations";

type LabelColor = z.infer<typeof labelColorSchema>;

/** What the predecessor's own colours for our nine are nearest to; red, green and blue from 0 to 255. */
const palette: Record<LabelColor, readonly [number, number, number]> = {
  red: [239, 68, 68],
  orange: [249, 115, 22],
  yellow: [234, 179, 8],
  green: [34, 197, 94],
  teal: [20, 184, 166],
  blue: [59, 130, 246],
  violet: [139, 92, 246],
  pink: [236, 72, 153],
  grey: [148, 163, 184],
};

/** The colour of ours nearest to a `#rrggbb`; grey, its own default, for anything else. */
export function nearestColor(hex: string | null): LabelColor {
  const [, red, green, blue] = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex ?? "") ?? [];
  if (!red || !green || !blue) return "grey";
  const wanted = [red, green, blue].map((part) => Number.parseInt(part, 16));
  const distance = (color: LabelColor) =>
    palette[color].reduce((sum, part, index) => sum + (part - wanted[index]!) ** 2, 0);
  return (Object.keys(palette) as LabelColor[]).sort((a, b) => distance(a) - distance(b))[0]!;
}
