import { expect, test } from "vitest";
import { waitingAgent } from "./waiting.ts";

function propose(title: string, { notes = "", readAt = "2026-03-04T10:00:00.000Z" } = {}) {
  const writtenAt = "2026-03-04T10:00:00.000Z";
  const input = { title, notes, dueAt: null, writtenAt, readAt, timeZone: "Europe/Prague" };
  const [found] = waitingAgent.findHints(input);
  return found?.value.kind === "waiting" && "field" in found.evidence
    ? { ...found.value, words: found.evidence.text, evidence: found.evidence }
    : null;
}

test.each([
  ["asked the landlord", "the landlord"],
  ["Rita will find out about the ramp", "Rita"],
  ["garage to ring about the gearbox", "garage"],
  ["Joe borrowed the ladder", "Joe"],
  ["Design is blocked on the brand team", "the brand team"],
  ["gave the bike to the repair shop, ready on Saturday", "the repair shop"],
  ["refund from the airline pending", "the airline"],
  ["Sylvia still has our cat carrier", "Sylvia"],
  ["Jens kümmert sich um den Grill", "Jens"],
  ["Werkstatt ruft an", "Werkstatt"],
  ["Angebot vom Dachdecker steht noch aus", "Dachdecker"],
  ["Paul s'occupe du barbecue", "Paul"],
  ["Jana zařídí gril", "Jana"],
  ["I've asked Dr. Novak about the results", "Dr. Novak"],
  ["emailed Eva and Tom, no answer", "Eva"],
  ["waiting for the parcel", "the parcel"],
  ["Waiting on legal to approve", "legal"],
  ["still waiting for a reply from the bank", "the bank"],
  ["haven't heard back from Karim yet", "Karim"],
  ["the bank will answer", "the bank"],
  ["Garage: the mechanic will ring", "the mechanic"],
  ["Tom promised to send the keys", "Tom"],
  ["HR said they'd get back to me", "HR"],
  ["the shop hasn't replied", "the shop"],
  ["Peter owes me 20 euros", "Peter"],
  ["delegated the slides to Marek", "Marek"],
  ["habe den Vermieter gefragt", "Vermieter"],
  ["Vermieter wegen Heizung gefragt", "Vermieter"],
  ["warte auf Rückmeldung von Frau Seidel", "Frau Seidel"],
  ["die Bank meldet sich", "Bank"],
  ["Eva hat die Zahlen versprochen", "Eva"],
  ["j'ai demandé au propriétaire", "propriétaire"],
  ["la banque va répondre", "la banque"],
  ["en attente de réponse du notaire", "notaire"],
  ["le pregunté al casero", "casero"],
  ["el banco llamará", "el banco"],
  ["čekám na odpověď od úřadu", "úřadu"],
  ["banka se ozve", "banka"],
  ["aspetto la risposta del notaio", "notaio"],
  ["wacht op antwoord van de bank", "bank"],
  ["czekam na decyzję banku", "banku"],
  ["aguardo resposta do banco", "banco"],
])("%j waits for %j", (title, who) => {
  expect(propose(title)?.who).toBe(who);
});

test.each([
  "ask the landlord",
  "Mum to call",
  "Letter to send",
  "Remember to confirm the room",
  "Ask Tom to send the keys",
  "We tried to reply",
  "Auf geht's",
  "Tom asked me to call",
  "asked to review the draft",
  "was asked about the keys",
  "asked by Eva for a summary",
  "I will answer Eva",
  "we promised to help",
  "I owe Peter 20 euros",
  "The boss is waiting for my report",
  "paint the waiting room",
  "the shop will close at five",
  "Will it rain?",
  "promise rejection in sync.ts",
  "Vermieter fragen",
  "ich melde mich",
  "appeler la banque",
  "llamar al banco",
  "zavolat do banky",
  "answer the bank",
  "read about waiting lists",
])("%j waits for nobody", (title) => {
  expect(propose(title)).toBeNull();
});

test.each([
  ["asked the landlord, he'll answer by Friday", "2026-03-06"],
  ["die Bank meldet sich bis 20.3.", "2026-03-20"],
  ["Eva promised the figures by noon tomorrow", "2026-03-05"],
  ["asked the landlord", null],
])("after %j one asks again on %s", (title, followUpOn) => {
  expect(propose(title)).toMatchObject({ followUpOn });
});

test("a day to ask again that is over is not proposed", () => {
  expect(propose("the bank will answer by Friday", { readAt: "2026-03-08T10:00:00.000Z" })).toMatchObject({
    who: "the bank",
    followUpOn: null,
  });
});

test("the words shown are those that say so, at their place, in the notes as in the title", () => {
  const notes = "Hi,\nthe bank will answer soon.";
  expect(propose("Mortgage", { notes })?.evidence).toEqual({
    field: "notes",
    text: "the bank will answer",
    start: 4,
    end: 24,
  });
});
