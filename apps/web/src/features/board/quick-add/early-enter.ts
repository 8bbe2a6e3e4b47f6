const pressed = new Map<string, { opens: boolean }>();

/** Enter was pressed in a field whose script is still on its way. */
export function noteEarlyEnter(place: string, opens: boolean): void {
  pressed.set(place, { opens });
}

/** An Enter that was pressed too early; it counts once. */
export function takeEarlyEnter(place: string): { opens: boolean } | null {
  const found = pressed.get(place) ?? null;
  pressed.delete(place);
  return found;
}
