import { englishVerbs } from "./english-verbs.ts";

/** How a language tells one to do several things. Sources over folded text. */
export type StepWords = {
  language: string;
  /** Whether a part of a sentence is something to do; gets it as written and folded. */
  isStep: (part: string, folded: string) => boolean;
  /** Between two steps, when order is meant. */
  order: string;
  /** Before the first of them. */
  first: string;
  and: string;
  /** Before a colon and things, each of which is to be got or done. */
  collect: string;
};

const firstWord = (text: string) => /^['(]*([\p{L}'-]+)/u.exec(text)?.[1] ?? "";
const lastWord = (text: string) => /([\p{L}'-]+)[\s.!)]*$/u.exec(text)?.[1] ?? "";

/** German and Dutch end with the verb. */
const notVerbs =
  /^(?:den|einen|keinen|meinen|deinen|seinen|ihren|unseren|allen|diesen|jeden|neben|gegen|wegen|oben|unten|innen|morgen|zwischen|neuen|alten|guten|een|geen|eigen|open|samen|tegen|morgen|dezen|tussen|binnen)$/;

/** "Le scanner, l'envoyer." */
const clitics = /^(?:(?:le|la|les|lui|leur|se|lo|li|mi|ci) |[sl]')/;

const isInfinitive = (endings: RegExp, nouns: RegExp) => (_: string, folded: string) => {
  const word = firstWord(folded.replace(clitics, ""));
  return word.length > 2 && endings.test(word) && !nouns.test(word);
};

/** Every language in which steps in prose are known. */
export const stepLanguages: readonly StepWords[] = [
  {
    language: "en",
    isStep: (_, folded) => englishVerbs.has(firstWord(folded)),
    order: "and then|then|and after that|after that|afterwards|and finally|finally",
    first: "first",
    and: "and|&",
    collect:
      "pack|buy|bring|get|shopping(?: list)?|groceries|to ?do|tasks|steps|take along|needs?|bring along|missing|before leaving",
  },
  {
    language: "de",
    isStep: (part) => {
      const word = lastWord(part);
      // Nouns begin with a capital, so what ends like a verb and does not is one.
      return /^\p{Ll}.*(?:en|eln|ern|tun)$|^(?:raus|rein|weg)$/u.test(word) && !notVerbs.test(word);
    },
    order: "und dann|und danach|und anschließend|dann|danach|anschließend|zum schluss|schließlich",
    first: "erst|zuerst|als erstes",
    and: "und|&",
    collect: "einpacken|packen|kaufen|einkaufen|besorgen|mitnehmen|einkaufsliste|packliste|aufgaben",
  },
  {
    language: "fr",
    isStep: isInfinitive(
      /(?:er|ir|indre|endre|ondre|ettre|faire|boire|lire|crire|cuire)$/,
      /^(?:hier|mer|hiver|papier|dossier|premier|dernier|atelier|cahier|courrier|loyer|janvier|fevrier|mercredi|diner|notre|votre|autre|contre|entre|quatre|lettre|chambre|offre|livre|titre|septembre|octobre|novembre|decembre|maire|centre)$/,
    ),
    order: "et puis|puis|et ensuite|ensuite|et enfin|enfin|apres",
    first: "d'abord",
    and: "et",
    collect: "acheter|prendre|emporter|courses|liste de courses|a faire",
  },
  {
    language: "es",
    isStep: isInfinitive(
      /(?:ar|er|ir|arse|erse|irse|arlo|arla|arlos)$/,
      /^(?:ayer|mujer|lugar|mar|taller|bar|azucar|familiar|primer|celular|hogar)$/,
    ),
    order: "y luego|luego|y despues|despues|y entonces|por ultimo|y por fin",
    first: "primero",
    and: "y|e",
    collect: "comprar|llevar|lista de la compra|tareas|pendientes",
  },
  {
    language: "it",
    isStep: isInfinitive(/(?:are|ere|ire|arsi|ersi|irsi|rre)$/, /^(?:mare|padre|madre|fare)$/),
    order: "e poi|poi|e dopo|dopo|infine|e infine",
    first: "prima|per prima cosa",
    and: "e|ed",
    collect: "comprare|portare|spesa|lista della spesa|da fare",
  },
  {
    language: "pt",
    isStep: isInfinitive(
      /(?:ar|er|ir|or)$/,
      /^(?:mulher|lugar|mar|bar|acucar|par|favor|valor|professor|computador|celular|setor)$/,
    ),
    order: "e depois|depois|e em seguida|em seguida|por fim",
    first: "primeiro",
    and: "e",
    collect: "comprar|levar|lista de compras|tarefas",
  },
  {
    language: "cs",
    isStep: isInfinitive(
      /(?:[aeiouy]t|ct|ci|st|zt)$/,
      /^(?:byt|plat|zapocet|pocet|svet|kabat|chut|nit|sit|mast|radost|most|cast|pet|deset|devet|dvacet|salat|internet|rozpocet|server|test)$/,
    ),
    order: "a pak|pak|a potom|potom|a nakonec|nakonec",
    first: "nejdriv|nejprve",
    and: "a",
    collect: "koupit|zabalit|nakup|nakoupit|vzit s sebou|ukoly",
  },
  {
    language: "pl",
    isStep: isInfinitive(
      /(?:[aeiouy]c|sc|zc)$/,
      /^(?:noc|moc|pomoc|czesc|pilnosc|wiadomosc|kosc|gosc|tesc|szesc|piec)$/,
    ),
    order: "a potem|potem|i potem|a nastepnie|nastepnie",
    first: "najpierw",
    and: "i|oraz",
    collect: "kupic|spakowac|zakupy|lista zakupow",
  },
  {
    language: "nl",
    isStep: (part, folded) =>
      /\s/.test(folded.trim()) && /^[a-z]+en$/.test(lastWord(part)) && !notVerbs.test(lastWord(folded)),
    order: "en dan|dan|en daarna|daarna|vervolgens",
    first: "eerst",
    and: "en",
    collect: "kopen|inpakken|meenemen|boodschappen|boodschappenlijst",
  },
];
