import type { DateReader } from "@kanban/domain/capture-syntax/capture-token";
import { withoutHour24 } from "@kanban/domain/capture-syntax/without-hour-24";
import type { Chrono } from "chrono-node";
import { createDateReader } from "./read-dates.ts";

type Language = { casual: Chrono };

const others: Readonly<Record<string, () => Promise<Language>>> = {
  de: () => import("chrono-node/de"),
  es: () => import("chrono-node/es"),
  fr: () => import("chrono-node/fr"),
  it: () => import("chrono-node/it"),
  nl: () => import("chrono-node/nl"),
  pt: () => import("chrono-node/pt"),
};

let loading: Promise<DateReader> | null = null;

/** The reader for this browser's language beside English, in its zone; loaded once, tried again after a failure. */
export function loadDateReader(): Promise<DateReader> {
  loading ??= load(navigator.language).catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** A reader of English and of the language of `locale`, whose region says whether 3/4 is in March or in April. */
export async function load(locale: string, now = () => new Date()): Promise<DateReader> {
  const { language, region } = localeOf(locale);
  const [english, other] = await Promise.all([import("chrono-node/en"), others[language]?.()]);
  const isMonthFirst = region === "US" || (language === "en" && region === undefined);
  const parsers = [isMonthFirst ? english.casual : english.GB, ...(other ? [other.casual] : [])];
  return createDateReader(parsers.map(withoutHour24), now);
}

function localeOf(locale: string): Intl.Locale {
  try {
    return new Intl.Locale(locale);
  } catch {
    // Some systems name a language no standard knows ("C", "en-US@posix").
    return new Intl.Locale("en-GB");
  }
}
