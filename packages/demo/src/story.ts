import type { ColumnKind } from "@kanban/domain/column-kind";
import type { Priority, TaskSource } from "@kanban/domain/entities";

/*
 * The words of the sample board: a household, its projects and three months of small and larger things.
 * `@` names a context, `#` a tag, `+` a project, `~` an estimate in minutes, as one would type them.
 */

export const demoContexts = ["phone", "desk", "home", "shop", "read", "errand"] as const;

export const demoTags = [
  { name: "money", color: "orange" },
  { name: "family", color: "violet" },
  { name: "health", color: "teal" },
  { name: "garden", color: "green" },
  { name: "car", color: "grey" },
] as const;

export const demoProjects = [
  { name: "Flat", color: "green", desiredOutcome: "The flat is warm, quiet and finished before the winter." },
  { name: "Summer trip", color: "blue", desiredOutcome: "Two weeks by the sea, everything booked by January." },
  { name: "Energy talk", color: "orange", desiredOutcome: "A 20-minute talk the neighbours remember." },
  { name: "School year", color: "violet", desiredOutcome: "Forms, fees and dates of both children are in order." },
] as const;

/** Things that were captured, done and finished; captured on a random day, in this order of words. */
export const finishedStories: readonly string[] = [
  "Order the birthday cake @phone #family ~10",
  "Change the bicycle tyre @home ~40",
  "Book the dentist for both children @phone #health +School year ~10",
  "Return the library books @errand ~20",
  "Renew the parking permit @desk #car ~20",
  "Compare electricity tariffs @desk #money +Flat ~60",
  "Fix the dripping tap in the kitchen @home +Flat ~45",
  "Buy winter tyres @phone #car #money ~20",
  "Sign the school trip form @desk +School year ~5",
  "Plant the tulip bulbs @home #garden ~60",
  "Write to the landlord about the stairwell light @desk +Flat ~15",
  "Pick up the parcel at the post office @errand ~20",
  "Ask grandmother for the plum cake recipe @phone #family ~20",
  "Clean the gutters @home ~90",
  "Transfer the class trip money @desk #money +School year ~5",
  "Read the insurance letter @read #money ~15",
  "Repair the zip of the blue jacket @errand ~25",
  "Pay the dentist @desk #money #health ~5",
  "Find a babysitter for the concert @phone #family ~20",
  "Measure the cellar for the heat pump @home +Flat ~30",
  "Call two heating companies @phone +Flat ~30",
  "Collect pictures for the talk @desk +Energy talk ~60",
  "Outline of the energy talk @desk +Energy talk ~90",
  "Ask the neighbours for their heating bills @errand +Energy talk ~30",
  "Get the drill back from Marek @errand ~20",
  "Descale the kettle @home ~10",
  "Cancel the magazine subscription @desk #money ~10",
  "Book a slot at the recycling yard @desk ~5",
  "Bring the old mattress to the recycling yard @errand ~60",
  "Sew the curtain hem @home +Flat ~50",
  "Vaccination appointment @phone #health ~10",
  "Buy a present for Jana's wedding @shop #family ~45",
  "RSVP to Jana's wedding @desk #family ~5",
  "Look up trains to the wedding @desk ~20",
  "Choose the island for the summer @desk +Summer trip ~60",
  "Ask Tom which ferry they took @phone +Summer trip ~10",
  "Check the passports' dates @home +Summer trip ~5",
  "Photos for the passports @errand +Summer trip ~30",
  "New battery for the smoke detector @shop +Flat ~15",
  "Test the smoke detectors @home +Flat ~15",
  "Prune the apple tree @home #garden ~120",
  "Rake the leaves @home #garden ~60",
  "Winterise the garden hose @home #garden ~20",
  "Order compost @desk #garden ~10",
  "File the receipts of October @desk #money ~40",
  "Send the tax documents to the adviser @desk #money ~30",
  "Answer the tax adviser's questions @desk #money ~30",
  "Car to the inspection @errand #car ~90",
  "Clean the windows on the street side @home ~80",
  "Sort the children's shoes @home #family ~30",
  "Swimming course registration @desk +School year ~15",
  "Parents' evening @errand +School year ~120",
  "Print the photos for the family album @errand #family ~30",
  "Mend the wooden train @home #family ~30",
  "Replace the lamp in the hall @home +Flat ~25",
  "Read the manual of the ventilation @read +Flat ~25",
  "Ask the chimney sweep for the report @phone +Flat ~10",
  "Back up the photos @desk ~30",
  "Update the router @desk ~20",
  "Sell the old desk @desk ~30",
  "Bake for the school bazaar @home +School year #family ~90",
  "Lend the ladder to Petra @home ~5",
  "Renew the first-aid kit @shop #health #car ~15",
  "Physiotherapy prescription @phone #health ~10",
  "Order contact lenses @desk #health #money ~10",
  "Thank-you card for the teacher @shop +School year ~10",
  "Draft the shopping list for the party @desk #family ~15",
  "Invite the cousins @phone #family ~30",
  "Rehearse the talk once aloud @home +Energy talk ~40",
  "Ask for the hall's projector @phone +Energy talk ~10",
  "Measure the hallway for paint @home +Flat ~15",
  "Buy paint and rollers @shop +Flat ~45",
  "Move the shelf out of the hallway @home +Flat ~30",
  "Check the balcony door seal @home +Flat ~20",
  "Ask two carpenters about the balcony door @phone +Flat ~20",
  "Return the wrong light bulbs @errand ~20",
  "Write the letter to the kindergarten @desk #family ~20",
  "Pack the donation box @home ~40",
];

/** Chores that come again: `every` so many days. */
export const chores: readonly { words: string; every: number }[] = [
  { words: "Weekly shop @shop ~60", every: 7 },
  { words: "Water the plants @home ~15", every: 9 },
  { words: "Pay the electricity bill @desk #money ~5", every: 30 },
  { words: "Pay the rent @desk #money ~5", every: 30 },
  { words: "Weekly review @desk ~45", every: 7 },
  { words: "Call grandmother @phone #family ~30", every: 14 },
  { words: "Clean the coffee machine @home ~20", every: 21 },
];

export type OpenStory = {
  words: string;
  capturedDaysAgo: number;
  /** Columns it went through after the inbox, with the days ago of each entry. */
  path: readonly { kind: Exclude<ColumnKind, "inbox">; daysAgo: number }[];
  /** How it was captured, if not in the app. */
  source?: TaskSource;
  notes?: string;
  checklist?: readonly { text: string; isDone: boolean }[];
  /** Due so many days from today. */
  dueInDays?: number;
  priority?: Priority;
  waitingFor?: { who: string; followUpInDays: number | null };
};

/** What is on the board today, chosen by hand. */
export const openStories: readonly OpenStory[] = [
  {
    words: "Prepare the talk on household energy @desk +Energy talk ~180",
    capturedDaysAgo: 21,
    path: [
      { kind: "next", daysAgo: 19 },
      { kind: "doing", daysAgo: 9 },
    ],
    dueInDays: 11,
    priority: "high",
    notes:
      "Twenty minutes, then questions. **One idea per slide.**\n\n- our own meter, month by month\n- what the neighbours pay\n- what we would do again\n\nThe hall has a projector with HDMI.",
    checklist: [
      { text: "Collect the meter readings", isDone: true },
      { text: "Ask three neighbours", isDone: true },
      { text: "Draw the cost curve", isDone: true },
      { text: "Write the opening", isDone: true },
      { text: "Cut it to twenty minutes", isDone: false },
      { text: "Rehearse with Lena", isDone: false },
      { text: "Print the handout", isDone: false },
    ],
  },
  {
    words: "Repaint the hallway @home +Flat ~240",
    capturedDaysAgo: 16,
    path: [
      { kind: "next", daysAgo: 14 },
      { kind: "doing", daysAgo: 4 },
    ],
    checklist: [
      { text: "Tape and cover the floor", isDone: true },
      { text: "First coat", isDone: false },
      { text: "Second coat", isDone: false },
    ],
  },
  {
    words: "Book the ferry before prices go up @desk +Summer trip ~30",
    capturedDaysAgo: 6,
    path: [{ kind: "next", daysAgo: 4 }],
    dueInDays: 1,
    priority: "high",
    notes: "Both children travel at half price when the passports' numbers are given at booking.",
  },
  {
    words: "Compare heat pump offers @desk +Flat ~90",
    capturedDaysAgo: 12,
    path: [{ kind: "next", daysAgo: 9 }],
    notes:
      "Two offers are in, the third comes this week. They need an answer by the first Friday in December.\n\nLook at noise level, warranty years and installation week.",
    checklist: [
      { text: "Ask for the third offer", isDone: true },
      { text: "Measure the cellar", isDone: true },
      { text: "Check the subsidy deadline", isDone: false },
      { text: "Call two references", isDone: false },
      { text: "Decide together", isDone: false },
    ],
  },
  {
    words: "Call the tax office about the second letter @phone #money ~15",
    capturedDaysAgo: 18,
    path: [{ kind: "next", daysAgo: 13 }],
    dueInDays: -2,
  },
  {
    words: "Draft the lease renewal answer @desk +Flat ~60",
    capturedDaysAgo: 11,
    path: [{ kind: "next", daysAgo: 8 }],
    checklist: [
      { text: "Read the new clauses", isDone: true },
      { text: "Ask the tenants' union", isDone: true },
      { text: "Write the answer", isDone: false },
      { text: "Both sign", isDone: false },
      { text: "Send registered", isDone: false },
    ],
  },
  { words: "Buy filters for the ventilation @shop ~15", capturedDaysAgo: 5, path: [{ kind: "next", daysAgo: 4 }] },
  {
    words: "Sort winter clothes with the children @home #family ~60",
    capturedDaysAgo: 7,
    path: [{ kind: "next", daysAgo: 4 }],
  },
  { words: "Read the pension summary @read #money ~25", capturedDaysAgo: 15, path: [{ kind: "next", daysAgo: 11 }] },
  {
    words: "Hang the coat hooks in the hallway @home +Flat ~30",
    capturedDaysAgo: 8,
    path: [{ kind: "next", daysAgo: 4 }],
  },
  {
    words: "Order the school photos @desk +School year #money ~10",
    capturedDaysAgo: 3,
    path: [{ kind: "next", daysAgo: 2 }],
    dueInDays: 5,
  },
  {
    words: "Quote for the balcony door +Flat #money",
    capturedDaysAgo: 20,
    path: [{ kind: "waiting", daysAgo: 12 }],
    waitingFor: { who: "the carpenter", followUpInDays: 0 },
  },
  {
    words: "Answer from the kindergarten #family",
    capturedDaysAgo: 9,
    path: [{ kind: "waiting", daysAgo: 6 }],
    waitingFor: { who: "Ms Novak", followUpInDays: 3 },
  },
  {
    words: "Return label for the broken lamp @desk #money",
    capturedDaysAgo: 6,
    path: [{ kind: "waiting", daysAgo: 3 }],
    waitingFor: { who: "the lamp shop", followUpInDays: 4 },
  },
  {
    words: "Third heat pump offer +Flat",
    capturedDaysAgo: 12,
    path: [{ kind: "waiting", daysAgo: 9 }],
    waitingFor: { who: "Northern Heating", followUpInDays: 2 },
  },
  { words: "Learn to bind a book @home", capturedDaysAgo: 84, path: [{ kind: "someday", daysAgo: 82 }] },
  { words: "Solar panels on the balcony +Flat", capturedDaysAgo: 77, path: [{ kind: "someday", daysAgo: 75 }] },
  {
    words: "Night train to Vienna with the children #family",
    capturedDaysAgo: 70,
    path: [{ kind: "someday", daysAgo: 68 }],
  },
  { words: "Scan grandfather's slides @desk #family", capturedDaysAgo: 64, path: [{ kind: "someday", daysAgo: 61 }] },
  { words: "Try a pottery course", capturedDaysAgo: 55, path: [{ kind: "someday", daysAgo: 54 }] },
  { words: "Build a bench for the balcony @home", capturedDaysAgo: 49, path: [{ kind: "someday", daysAgo: 47 }] },
  { words: "Read the book on rivers and cities @read", capturedDaysAgo: 41, path: [{ kind: "someday", daysAgo: 40 }] },
  { words: "Family choir? #family", capturedDaysAgo: 33, path: [{ kind: "someday", daysAgo: 33 }] },
  { words: "Sourdough from scratch @home", capturedDaysAgo: 27, path: [{ kind: "someday", daysAgo: 26 }] },
  { words: "Repair café: offer to help with bicycles", capturedDaysAgo: 19, path: [{ kind: "someday", daysAgo: 19 }] },
  { words: "Better bread knife @shop", capturedDaysAgo: 5, path: [] },
  { words: "Photos from grandmother's album #family", capturedDaysAgo: 4, path: [] },
  { words: "Idea: a shelf above the radiator", capturedDaysAgo: 3, path: [] },
  { words: "Ask the school about the January trip by next Friday", capturedDaysAgo: 2, path: [] },
  {
    words: "Invoice from the roofing company, due in two weeks",
    capturedDaysAgo: 1,
    path: [],
    source: "mail",
    notes: "The part about the gutter was agreed at 180, not 240.",
  },
  { words: "Article: how cities are rebuilding their riverbanks", capturedDaysAgo: 1, path: [] },
  { words: "Call the dentist tomorrow 3pm", capturedDaysAgo: 0, path: [] },
];
