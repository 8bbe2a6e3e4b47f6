import type { ReactNode } from "react";
import type { PalettePage } from "../shortcuts.ts";

/** One line of the palette. */
export type PaletteItem = {
  /** The same the next time, so that it can be offered first when it was used. */
  key: string;
  title: string;
  /** Other words it is found by. */
  aliases?: string | undefined;
  icon?: ReactNode;
  /** What it is, at the right. */
  note?: string | undefined;
  caps?: readonly (readonly string[])[];
  /** The heading it stands under while nothing is typed. */
  group: string;
  /** Too many to be shown before something is typed. */
  onlyFound?: boolean;
  /** A sentence of somebody's: letters with gaps would find too much in it. */
  isSentence?: boolean;
  /** Ticked: a tag the task has. */
  isChosen?: boolean;
  /** A tag that some of the chosen tasks have, not all. */
  isPartly?: boolean;
  /** Opens another page of the palette instead of running. */
  page?: PalettePage | undefined;
  /** Leaves the palette open, for more of the same. */
  staysOpen?: boolean;
  run: () => void;
};
