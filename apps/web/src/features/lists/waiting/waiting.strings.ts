/** The words of the list of what others are to do. */
export const waitingStrings = {
  counts: (count: number, late: number) =>
    [`${count} waited for`, late > 0 && `${late} to ask again`].filter(Boolean).join(" · "),
  emptyTitle: "You are waiting for nobody",
  emptyText: "What others are to do stands here by person, so that nothing you have handed over is forgotten.",
  nobody: "Not named",
  since: (day: string, days: number) => (days === 0 ? "since today" : `${days} d, since ${day}`),
  askAgain: {
    overdue: (day: string) => `Ask again: was due ${day}`,
    today: () => "Ask again today",
    ahead: (day: string) => `Ask again ${day}`,
  },
  nudge: "Nudge",
  nudgeOf: (title: string) => `Nudge about ${title}`,
  nudgeStep: "nudge",
  copied: (day: string) => `Reminder copied · ask again ${day}`,
  written: (name: string, day: string) => `A letter to ${name} is begun · ask again ${day}`,
  noted: (day: string) => `Nudged · ask again ${day}`,
  reminderTitle: "The reminder",
  reminderText: "This browser does not let pages copy here: copy it yourself.",
  subject: (title: string) => `Reminder: ${title}`,
  reminder: (name: string, title: string, since: string) =>
    `${name === "" ? "Hello" : `Hi ${name}`},\n\n` +
    `a friendly reminder: I am waiting for “${title}” since ${since}. Is there any news?\n\nThank you!`,
  comment: (name: string) => (name === "" ? "Sent a friendly reminder." : `Sent a friendly reminder to ${name}.`),
  cameIn: "Came in: next action",
  cameInOf: (title: string) => `${title} came in: make it a next action`,
  cameInNext: (title: string) => `“${title}” came in and is a next action`,
  toInbox: "Came in: to the inbox",
  cameInInbox: (title: string) => `“${title}” came in, to be clarified`,
  followUp: "Ask again on…",
  followUpTitle: "Ask again on",
  followUpText: (title: string) => `Until then “${title}” stands further down.`,
  noFollowUp: "Do not ask again",
  followsUp: (title: string, day: string) => `“${title}”: ask again ${day}`,
  noLonger: (title: string) => `“${title}”: no day to ask again`,
} as const;
