import { likely, sure, type WaitingWords } from "../waiting-words.ts";

export const german: WaitingWords = {
  language: "de",
  before: [
    { phrase: "warten?(?: noch| immer noch)? auf", confidence: sure },
    {
      phrase:
        "(?:habe?|haben)(?: schon| gestern| heute| bereits)?(?: bei(?:m)?)?(?=[^,.;]*\\b(?:gefragt|gebeten|angeschrieben|angerufen|angemailt|kontaktiert|erinnert|beauftragt|nachgefragt|angefragt)\\b)",
      confidence: likely,
    },
    {
      phrase:
        "(?:antwort|angebot|rechnung|ruckmeldung|lieferung|bestatigung|zusage|unterlagen) (?:von|vom|der|des)(?: der| dem)?(?=[^.]*\\b(?:steht|stehen|fehlt|fehlen|offen)\\b)",
      confidence: sure,
    },
    { phrase: "von(?: der| dem)?(?=[^,.;]*\\bnichts gehort)", confidence: sure },
    { phrase: "auf(?=[^,.;]*\\bwarten\\b)", confidence: likely },
    { phrase: "(?:noch )?(?:keine (?:antwort|ruckmeldung)|nichts gehort) vo(?:n(?: der| dem)?|m)", confidence: sure },
    { phrase: "(?:bei|beim)(?=[^,.;]*\\b(?:nachgefragt|angefragt|reklamiert|bestellt)\\b)", confidence: likely },
  ],
  behind: [
    {
      phrase: "(?:bring(?:t|en)|ruf(?:t|en)|komm(?:t|en)|gib(?:t)?|gebe?n) [^,.;]*(?:zuruck|vorbei|bescheid)",
      confidence: likely,
    },
    { phrase: "schick(?:t|en)|liefer(?:t|n)|reich(?:t|en) [^,.;]* nach", confidence: 0.65 },
    { phrase: "kummer(?:t|n) sich|ubernimmt|organisiert das|besorgt|erledigt (?:das|es)", confidence: likely },
    { phrase: "hat (?:[^,.;]* )?(?:versprochen|zugesagt)", confidence: sure },
    {
      phrase:
        "meldet sich|melden sich|gibt (?:mir |uns )?bescheid|ruft (?:mich |uns )?(?:zuruck|an)|rufen (?:mich |uns )?(?:zuruck|an)|kommt auf (?:mich|uns) zu",
      confidence: sure,
    },
    {
      phrase:
        "(?:will|wollte|wollten|wird|soll|sollte|muss)(?: noch)?(?: [^,.;]*)? (?:schicken|antworten|melden|anrufen|liefern|prufen|bestatigen|bringen|zuruckrufen|bescheid geben)",
      confidence: likely,
    },
    {
      phrase: "ha(?:t|ben)(?: sich)? (?:immer )?noch ?nichts? [^,.;]*(?:geantwortet|gemeldet|reagiert|geschickt)",
      confidence: likely,
    },
    {
      phrase:
        "antwortet|schuldet (?:mir|uns)|ha(?:t|ben) noch (?:mein|unser)[a-z]*|hat gesagt, (?:er|sie|es|dass?|das)",
      confidence: likely,
    },
    {
      phrase:
        "(?:[^,.;]* )?(?:gefragt|angeschrieben|angemailt|kontaktiert|gebeten|erinnert|beauftragt)(?=\\s*(?:$|[,.;!]))",
      confidence: likely,
    },
    {
      phrase: "(?:[^,.;]* )?angerufen(?=\\s*[,.;] (?:er|sie) (?:pruft|meldet|ruft|schickt|antwortet|schaut|kummert))",
      confidence: likely,
    },
  ],
  opening: "ich|wir|schon|noch|bereits|aber|und|heute|gestern",
  stop: "wegen|nach|um|ob|uber|zu|zum|zur|auf|bis|am|im|in|an|fur|mit|ist|sind|hat|wird|und|oder|seit|noch|dass|heute|gestern|morgen|meldet|antwortet|von|steht|stehen|fehlt|warten|nichts|gefragt|gebeten|nochmal|will|kommt|beim|bei",
  nobody: "ich|wir|mir|mich|uns|du|er|sie|es|ihn|ihm|das|dies|man|niemand|was|wer|wenn|nicht|nach",
  skip: "(?:eine |die |das |den |ein )?(?:antwort|ruckmeldung|nachricht|review|anruf|bestatigung|angebot|freigabe)(?: von(?: der| dem| den)?| vom| der| des| durch) ",
};
