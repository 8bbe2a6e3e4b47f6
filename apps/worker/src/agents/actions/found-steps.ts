/** Things to do one by one, and the part of the text that names them. */
export type FoundSteps = { items: string[]; start: number; end: number; confidence: number };
