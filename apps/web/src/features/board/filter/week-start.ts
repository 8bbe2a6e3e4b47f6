type WeekInfo = { firstDay: number };

/** The day a week begins with where the reader is, Monday = 1 to Sunday = 7. */
export function weekStart(locale: string = navigator.language): number {
  // A method in newer browsers, a property in older ones, nothing in Firefox before 2026.
  const asked = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo };
  return (asked.getWeekInfo?.() ?? asked.weekInfo)?.firstDay ?? 1;
}
