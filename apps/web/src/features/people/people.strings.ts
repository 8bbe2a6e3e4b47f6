/** Every word about the others on a board. */
export const peopleStrings = {
  here: (name: string) => `${name} is here`,
  changedBy: (name: string) => `Changed by ${name}`,
} as const;
