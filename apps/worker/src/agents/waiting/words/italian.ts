import { likely, sure, type WaitingWords } from "../waiting-words.ts";

export const italian: WaitingWords = {
  language: "it",
  before: [
    {
      phrase: "(?:aspetto|aspettare|aspettiamo|in attesa|sto aspettando)(?: ancora)?(?: di| della| del| dell'| da)?",
      confidence: sure,
    },
    { phrase: "ho (?:gia )?(?:chiesto|scritto|telefonato)(?: alla| all'| al| a)", confidence: likely },
    { phrase: "(?:ancora )?nessuna (?:risposta|notizia) da(?:ll'|lla|l)?", confidence: sure },
    { phrase: "ho prestato [^,.;]{2,30}? a", confidence: likely },
  ],
  behind: [
    { phrase: "(?:mi |ci )?(?:riporta|manda|richiama|consegna)", confidence: 0.65 },
    { phrase: "si occupan?o?|se ne occupa", confidence: likely },
    { phrase: "(?:mi |ci )?ha promesso", confidence: sure },
    { phrase: "(?:mi |ci )?(?:rispondera|richiamera|mandera|confermera|fara sapere)", confidence: likely },
    { phrase: "non (?:mi |ci )?ha (?:ancora )?risposto", confidence: likely },
    {
      phrase: "mi deve|deve (?:ancora )?(?:richiamare|rispondere|mandare|confermare|farmi|mandarmi|farci|mandarci)",
      confidence: likely,
    },
  ],
  opening: "e|ma|ancora|gia|ieri",
  stop: "per|di|del|della|sul|sulla|se|quando|con|in|entro|che|e|o|da|ieri|non|mi|il|la",
  nobody: "io|tu|lui|lei|noi|loro|che|chi|questo",
  skip: "(?:la |una |il |un )?(?:risposta|conferma|notizie|preventivo) (?:dalla |dall'|dal |dell'|della |del |da |di )",
};
