/* Closed sets of a task's fields, apart from their schemas: what draws them needs no parser. */

export const priorities = ["low", "normal", "high"] as const;

export const energies = ["low", "medium", "high"] as const;
