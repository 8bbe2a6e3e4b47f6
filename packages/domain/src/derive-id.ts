/**
 * An id that two others determine, for rows a mutation makes out of ones its asker may not know: browser and server come
 * to the same. Of version 8, which is for schemes of one's own.
 */
export function deriveId<Id extends string>(mutationId: string, id: Id): Id {
  const [a, b] = [digits(mutationId), digits(id)];
  const mixed = a.map((digit, index) => (digit ^ b[index]!).toString(16));
  mixed[12] = "8";
  mixed[16] = (8 | (a[16]! & 3)).toString(16);
  const hex = mixed.join("");
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return groups.join("-") as Id;
}

function digits(id: string): number[] {
  return [...id.replaceAll("-", "")].map((digit) => Number.parseInt(digit, 16));
}
