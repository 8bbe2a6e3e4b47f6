import { likely, sure, type WaitingWords } from "../waiting-words.ts";

export const dutch: WaitingWords = {
  language: "nl",
  before: [
    { phrase: "(?:wacht|wachten|wachtend)(?: nog)? op|in afwachting van", confidence: sure },
    {
      phrase: "(?:heb|hebben)(?: al)?(?: aan)?(?=[^,.;]*\\b(?:gevraagd|gemaild|geappt|benaderd)\\b)",
      confidence: likely,
    },
    { phrase: "nog (?:niets gehoord|geen (?:antwoord|reactie)) van", confidence: sure },
    { phrase: "gevraagd aan", confidence: likely },
  ],
  behind: [
    { phrase: "(?:brengt|stuurt|belt|komt) [^,.;]*(?:terug|langs)", confidence: likely },
    { phrase: "regelt|zorgt voor|neemt [^,.;]{2,30} op zich", confidence: likely },
    { phrase: "heeft (?:[^,.;]* )?beloofd", confidence: sure },
    { phrase: "laat (?:het |nog )*weten|belt (?:me |ons )?terug|komt erop terug", confidence: sure },
    {
      phrase: "(?:zal|gaat|zou)(?: [^,.;]*)? (?:antwoorden|bellen|sturen|terugbellen|bevestigen|leveren)",
      confidence: likely,
    },
    { phrase: "heeft nog niet (?:geantwoord|gereageerd|gebeld)", confidence: likely },
  ],
  opening: "ik|we|wij|nog|al|en|maar|gisteren",
  stop: "over|om|of|naar|voor|in|op|bij|met|en|dat|wanneer|gisteren|vandaag|is|gevraagd|gemaild|tot|uiterlijk",
  nobody: "ik|we|wij|mij|me|jij|hij|zij|het|dat|dit|wie|wat",
  skip: "(?:een |het |de )?(?:antwoord|reactie|bericht|bevestiging|offerte) van (?:de |het )?",
};
