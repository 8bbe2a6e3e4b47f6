/*
 * Words around a date that change what it means, in the languages whose dates are read (load-date-reader.ts). A parser
 * finds the date; these say whether it is a deadline, a start, or neither.
 */

const lead = String.raw`(?:^|[\s([{"'“„])`;
const words = (...all: string[]) => all.join("|");
const due = words(
  ...["due(?: by| on)?", "no later than", "by", "until", "till", "before", "on", "deadline:?"],
  ...["bis(?: zum)?", "am", "avant(?: le)?", "d'ici(?: le)?", "le", "antes del?", "para el", "el"],
  ...["entro(?: il)?", "voor", "tegen", "até", "antes de"],
);
const defer = words(
  ...[
    "(?:defer(?:red)?|snoozed?|sleep)(?: until| till| to)?",
    "not before",
    "from",
    "starting(?: on)?",
    "starts?(?: on)?",
  ],
  ...[
    "as of",
    "ab(?: dem)?",
    "nicht vor(?: dem)?",
    "à partir d[eu]",
    "dès(?: le)?",
    "desde(?: el)?",
    "a partir del?",
    "dal",
    "vanaf",
  ],
);

/** "by " and its like, with the date behind it. */
export const dueBefore = new RegExp(String.raw`${lead}((?:${due})\s+(?:the\s+)?)$`, "iu");
/** "from " and its like. */
export const deferBefore = new RegExp(String.raw`${lead}((?:${defer})\s+(?:the\s+)?)$`, "iu");

const recurring = words(
  ...["every", "each", "daily", "weekly", "monthly", "yearly", "biweekly"],
  ...[
    "jeden?",
    "jedes",
    "alle",
    "chaque",
    "tous les",
    "toutes les",
    "cada",
    "todos los",
    "ogni",
    "elke?",
    "iedere?",
    "todas? as?",
    "todos? os?",
  ],
);
/** A rhythm is not a date: "every other friday" stays whole. */
export const rhythmBefore = new RegExp(String.raw`${lead}(?:${recurring})(?:\s+\S+){0,3}\s+$`, "iu");
/** "friday every week", "monday and thursday weekly". */
export const rhythmAfter = new RegExp(String.raw`^\s+(?:${recurring})(?:$|\s)`, "iu");

/** Bygone, a name, or a length of time rather than a day. */
export const noDateBefore =
  /(?:\b(?:all|last|past|previous|since|after|black|good|cyber|easter|ash|holy|shrove|bloody|letzten?|seit|nach|dernier|depuis)|n['’]t)\s+(?:on\s+)?$/iu;
/** A possessive, a domain ("monday.com"), a compound, "Friday the 13th", or "2 days ago". */
export const noDateAfter = /^(?:['’]s\b|[\w/@]|[.:-][\p{L}\p{N}]|\s+the\s+13th|\s+(?:ago|old)\b)/iu;
/** Also words of everyday language; as days they need a sign beside them. */
export const alsoWords = /^(?:sat|sun|wed|mon|weekend|so|sa|do|mi|di|fr|mar|sab|dom|sex)\.?$/iu;
/** Which relative words say when, rather than how long. */
export const whenNotHowLong = /^(?:in|within|dans|en|tra|fra|over|em)\s|\s(?:from now|later|from today)$/iu;
/** The moment of writing is no date to keep. */
export const rightNow = /^(?:right )?(?:now|jetzt|maintenant|ahora|adesso|nu|agora)$/iu;
