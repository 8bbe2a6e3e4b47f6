/** Of lucide, as in the app. */
const paths = {
  check: ["M21.801 10A10 10 0 1 1 17 3.335", "m9 11 3 3L22 4"],
  queued: ["M12 6v6l4 2", "M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20"],
  alert: ["M12 8v4", "M12 16h.01", "M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20"],
  offline: [
    "M10.94 5.274A7 7 0 0 1 15.71 10h1.79a4.5 4.5 0 0 1 4.222 6.057",
    "M18.796 18.81A4.5 4.5 0 0 1 17.5 19H9A7 7 0 0 1 5.79 5.78",
    "m2 2 20 20",
  ],
} as const;
export type IconName = keyof typeof paths;

/** A small picture beside words that say the same. */
export function icon(name: IconName): SVGSVGElement {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  for (const d of paths[name]) {
    const path = document.createElementNS(namespace, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}
