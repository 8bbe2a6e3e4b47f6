import { type ClarifyQuestion, clarifyQuestions, usualQuestions } from "@kanban/domain/clarify/clarify-tree";
import { createStore, useStore } from "../store/create-store.ts";

const storageKey = "kanban.clarify-questions";

/** The questions asked, in their order, and those switched off after them. */
type QuestionChoice = { asked: readonly ClarifyQuestion[]; off: readonly ClarifyQuestion[] };

/** Reads what was kept; what it does not understand it leaves out. */
export function parseQuestions(kept: string | null): QuestionChoice {
  let names: unknown = null;
  try {
    names = JSON.parse(kept ?? "null");
  } catch {
    // Then as usual.
  }
  const asked = Array.isArray(names) ? [...new Set(names)].flatMap((name) => known(name)) : usualQuestions;
  return { asked, off: clarifyQuestions.filter((question) => !asked.includes(question)) };
}

const known = (name: unknown): ClarifyQuestion[] => clarifyQuestions.filter((question) => question === name);

function read(): QuestionChoice {
  try {
    return parseQuestions(typeof localStorage === "undefined" ? null : localStorage.getItem(storageKey));
  } catch {
    return parseQuestions(null);
  }
}

const store = createStore<QuestionChoice>(read());

/** The questions of the deck, as chosen on this device. */
export function useQuestions(): QuestionChoice {
  return useStore(store, (state) => state);
}

/** Keeps which questions are asked, and in which order. */
export function chooseQuestions(asked: readonly ClarifyQuestion[]): void {
  store.set({ asked, off: clarifyQuestions.filter((question) => !asked.includes(question)) });
  try {
    localStorage.setItem(storageKey, JSON.stringify(asked));
  } catch {
    // A full or forbidden storage only costs remembering.
  }
}
