import { expect, test } from "vitest";
import { actionsAgent } from "./actions.ts";

function propose(title: string, notes = "") {
  const at = "2026-03-04T10:00:00.000Z";
  const [found] = actionsAgent.findHints({ title, notes, dueAt: null, writtenAt: at, readAt: at, timeZone: "UTC" });
  return found?.value.kind === "checklist" ? { items: found.value.items, ...found } : null;
}

test.each([
  ["Buy eggs, wash the car and call Bob", ["Buy eggs", "wash the car", "call Bob"]],
  ["Buy salt and pepper, wash the car and call Bob", ["Buy salt and pepper", "wash the car", "call Bob"]],
  ["Book the hall and then invite everybody", ["Book the hall", "invite everybody"]],
  ["First call Tom, then book the hall", ["call Tom", "book the hall"]],
  ["Scan the form; mail it; file it", ["Scan the form", "mail it", "file it"]],
  ["fix the fence -> paint it", ["fix the fence", "paint it"]],
  ["1) bank 2) post office", ["bank", "post office"]],
  [
    "Before the trip - empty the fridge, unplug the TV, leave a key",
    ["empty the fridge", "unplug the TV", "leave a key"],
  ],
  ["Change the address with: bank, school, doctor", ["bank", "school", "doctor"]],
  ["Pack: passport, charger, towel", ["passport", "charger", "towel"]],
  [
    "Tisch und Stühle putzen, Müll rausbringen und Auto waschen",
    ["Tisch und Stühle putzen", "Müll rausbringen", "Auto waschen"],
  ],
  ["Erst Halle buchen, dann alle einladen", ["Halle buchen", "alle einladen"]],
  ["Einkaufen: Brot, Milch, Käse", ["Brot", "Milch", "Käse"]],
  [
    "Vider le lave-vaisselle, ranger le salon et sortir le chien",
    ["Vider le lave-vaisselle", "ranger le salon", "sortir le chien"],
  ],
  ["D'abord appeler Paul, ensuite réserver la salle", ["appeler Paul", "réserver la salle"]],
  ["Llamar a Ana, reservar mesa y comprar flores", ["Llamar a Ana", "reservar mesa", "comprar flores"]],
  ["Primero lavar el coche, luego aspirarlo bien y pagar", ["lavar el coche", "aspirarlo bien", "pagar"]],
  ["Umýt nádobí, vyluxovat a vynést koš", ["Umýt nádobí", "vyluxovat", "vynést koš"]],
  ["Nejdřív zavolat Petrovi a pak objednat sál", ["zavolat Petrovi", "objednat sál"]],
  [
    "Chiamare Anna, prenotare il tavolo e comprare i fiori",
    ["Chiamare Anna", "prenotare il tavolo", "comprare i fiori"],
  ],
])("%j is these steps", (title, items) => {
  const found = propose(title);
  expect(found?.items).toEqual(items);
  expect(found?.evidence).toMatchObject({ field: "title" });
});

test.each([
  "Buy milk",
  "Buy milk, eggs and bread",
  "Wash and iron the shirts",
  "Call Tom and ask about the keys",
  "check the oil now and then",
  "If it rains then cancel",
  "Read Emma and Persuasion",
  "Meeting with Tom, Eva and Karim",
  "red, green and blue",
  "columns: red, green, blue",
  "Note: it is late, very late, too late",
  "Brot, Milch und Käse kaufen",
  "zwischen den Jahren",
  "neuen, alten und guten Freunden",
  "acheter du beurre, du sucre et du poivre",
  "comprar pan, leche y huevos",
  "salát, kabát a internet",
  "version 1.2 and 1.3",
])("%j is one thing to do, or none", (title) => {
  expect(propose(title)).toBeNull();
});

test.each([
  ["dots", "- a\n- b", ["a", "b"]],
  ["stars and bullets", "* a\n• b", ["a", "b"]],
  ["numbers", "Plan\n1. one\n2) two", ["one", "two"]],
  ["what is not ticked", "- [x] a\n- [ ] b\n* [ ] c", ["b", "c"]],
  ["lines of another system", "- a\r\n- b\r\n", ["a", "b"]],
  ["the list after a list of people", "Attendees:\n- Tom\n- Eva\n\nTo do:\n- call\n- write", ["call", "write"]],
  [
    "more than anybody wants",
    Array.from({ length: 30 }, (_, n) => `- step ${n}`).join("\n"),
    expect.objectContaining({ length: 20 }),
  ],
])("of notes with %s a list is taken", (_, notes, items) => {
  expect(propose("Move", notes)?.items).toEqual(items);
});

test.each([
  ["a single line", "- a"],
  ["nothing left to do", "- [x] a\n- [x] b"],
  ["people", "Participants\n- Tom\n- Eva"],
  ["code", "```\n- a\n- b\n```"],
  ["paragraphs", `- ${"word ".repeat(40)}\n- ${"word ".repeat(40)}`],
  ["prose", "First of all, thank you. Then again, who knows."],
])("of notes with %s nothing is taken", (_, notes) => {
  expect(propose("Move", notes)).toBeNull();
});

test("the words shown are those of the list, at their place", () => {
  const notes = "Steps:\n- one\n- two\nBye";
  expect(propose("Move", notes)?.evidence).toEqual({ field: "notes", text: "- one\n- two", start: 7, end: 18 });
});
