import type { WaitingWords } from "./waiting-words.ts";

const sure = 0.9;
const likely = 0.75;
const maybe = 0.6;

const english: WaitingWords = {
  language: "en",
  before: [
    { phrase: "waiting (?:for|on)|awaiting|waiting to hear(?: back)? from", confidence: sure },
    {
      phrase:
        "(?:haven't|have not|not|nothing|no (?:word|reply|answer|response|news))(?: yet)?(?: heard)?(?: anything)?(?: back)?(?: yet)? from",
      confidence: sure,
    },
    { phrase: "asked for (?:[^,.;]{2,40} )?from", confidence: likely },
    { phrase: "(?:delegated|lent|forwarded|handed over|outsourced) [^,.;]{2,40}? to", confidence: likely },
    {
      phrase:
        "(?:asked|emailed|e-mailed|mailed|texted|messaged|pinged|contacted|reminded|nudged|chased|wrote to)(?! (?:to|by|for)\\b)",
      confidence: likely,
    },
    {
      phrase:
        "(?:called|rang|phoned|told|spoke to)(?=[^.;]*\\b(?:will|'ll|would|left a message|no answer|gets? back|call(?:s|ing)? back)\\b)",
      confidence: likely,
    },
    { phrase: "wait for", confidence: maybe },
  ],
  behind: [
    { phrase: "(?:has |have |had )?promised", confidence: sure },
    { phrase: "said (?:that )?(?:s?he|they|it)(?: would|'d| will|'ll)", confidence: sure },
    {
      phrase:
        "(?:will|is going to|are going to)(?: then)? (?:answer|reply|respond|get back|come back|call|ring|phone|let (?:me|us) know|send|confirm|deliver|bring|fix|check|decide|return|provide|refund)",
      confidence: likely,
    },
    {
      phrase:
        "(?:has|have|did)(?:n't| not)(?: yet)? (?:replied|reply|answered|answer|responded|respond|called|written|confirmed|sent)",
      confidence: likely,
    },
    { phrase: "owes? (?:me|us)|still has (?:my|our)", confidence: likely },
  ],
  opening: "i|we|i've|we've|i'm|we're|have|am|are|already|just|still|but|and|so|yesterday|today",
  stop: "about|for|to|if|whether|when|why|how|what|where|on|by|in|at|of|until|yet|again|yesterday|today|last|this|and|or|because|with|regarding|re|via|who|that|is|are|was|will|before|after|next|from|still",
  nobody: "i|we|me|us|you|he|she|it|they|him|her|them|this|that|there|everyone|everybody|nobody|what|who|which|if|when",
  skip: "(?:a |an |the |their |his |her )?(?:reply|answer|response|review|feedback|confirmation|call|quote|news|word|decision|approval|refund)s? (?:from|by|of) ",
};

const german: WaitingWords = {
  language: "de",
  before: [
    { phrase: "warten?(?: noch| immer noch)? auf", confidence: sure },
    {
      phrase:
        "(?:habe?|haben)(?: schon| gestern| heute| bereits)?(?: bei(?:m)?)?(?=[^,.;]*\\b(?:gefragt|gebeten|angeschrieben|angerufen|angemailt|kontaktiert|erinnert|beauftragt|nachgefragt|angefragt)\\b)",
      confidence: likely,
    },
    { phrase: "(?:bei|beim)(?=[^,.;]*\\b(?:nachgefragt|angefragt|reklamiert|bestellt)\\b)", confidence: likely },
  ],
  behind: [
    { phrase: "hat (?:[^,.;]* )?(?:versprochen|zugesagt)", confidence: sure },
    { phrase: "meldet sich|melden sich|gibt (?:mir |uns )?bescheid|ruft (?:mich |uns )?zuruck", confidence: sure },
    {
      phrase:
        "(?:will|wollte|wollten|wird)(?: [^,.;]*)? (?:schicken|antworten|melden|anrufen|liefern|prufen|bestatigen|bringen|zuruckrufen|bescheid geben)",
      confidence: likely,
    },
    {
      phrase: "ha(?:t|ben)(?: sich)? (?:immer )?noch ?nichts? [^,.;]*(?:geantwortet|gemeldet|reagiert|geschickt)",
      confidence: likely,
    },
    { phrase: "antwortet|schuldet (?:mir|uns)|hat noch (?:mein|unser)", confidence: likely },
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
  stop: "wegen|nach|um|ob|uber|zu|zum|zur|auf|bis|am|im|in|an|fur|mit|ist|sind|hat|wird|und|oder|seit|noch|dass|heute|gestern|morgen|meldet|antwortet|von|gefragt|gebeten|nochmal|will|kommt|beim|bei",
  nobody: "ich|wir|mir|mich|uns|du|er|sie|es|ihn|ihm|das|dies|man|niemand|was|wer|wenn|nicht|nach",
  skip: "(?:eine |die |das |den |ein )?(?:antwort|ruckmeldung|nachricht|review|anruf|bestatigung|angebot|freigabe)(?: von(?: der| dem| den)?| vom| der| des| durch) ",
};

const french: WaitingWords = {
  language: "fr",
  before: [
    {
      phrase: "(?:j'attends|nous attendons|on attend|en attente)(?: toujours)?(?: de(?: la)?| du| des| d')?",
      confidence: sure,
    },
    {
      phrase:
        "(?:j'ai|on a|nous avons) (?:deja )?(?:demande|ecrit|telephone|envoye un (?:mail|message))(?: a la| a l'| aux?| a)",
      confidence: likely,
    },
    { phrase: "(?:j'ai|on a|nous avons) (?:deja )?(?:relance|contacte|prete [^,.;]{2,30} a)", confidence: likely },
    { phrase: "(?:sans|pas de) (?:reponse|nouvelles) d[eu](?: la| l')?", confidence: sure },
  ],
  behind: [
    { phrase: "(?:m'|nous )?(?:a|ont) promis", confidence: sure },
    {
      phrase: "(?:va|doit) (?:me |nous |m')?(?:repondre|rappeler|envoyer|confirmer|livrer|verifier)",
      confidence: likely,
    },
    { phrase: "(?:me |nous |m')?(?:repondra|rappellera|enverra|confirmera|livrera)", confidence: likely },
    {
      phrase: "n'a (?:pas|toujours pas|pas encore) (?:encore )?(?:repondu|rappele|confirme|envoye)",
      confidence: likely,
    },
    { phrase: "me doit", confidence: likely },
  ],
  opening: "et|mais|deja|toujours|encore|hier",
  stop: "pour|de|du|des|a|au|aux|si|quand|sur|avant|apres|dans|par|le|la|et|ou|que|qui|concernant|hier|depuis|lundi|mardi|mercredi|jeudi|vendredi|va|doit|est|encore",
  nobody: "je|tu|il|elle|nous|vous|ils|elles|on|ce|cela|ca|qui|quoi|pas",
  skip: "(?:la |une |le |un |l')?(?:reponse|retour|nouvelles|devis|confirmation|remboursement|validation|accord) (?:de la |de l'|du |des |de |d')",
};

const spanish: WaitingWords = {
  language: "es",
  before: [
    { phrase: "(?:esperando|espero|a la espera de|en espera de|sigo esperando)(?: a| al)?", confidence: sure },
    {
      phrase:
        "(?:le |les )?(?:pregunte|pedi|escribi|he preguntado|he pedido|he escrito|mande|envie)(?: [^,.;]{2,30}?)? (?:al|a la|a los|a)",
      confidence: likely,
    },
    { phrase: "preste [^,.;]{2,30}? a", confidence: likely },
  ],
  behind: [
    { phrase: "(?:me |nos )?(?:prometio|ha prometido|prometieron)", confidence: sure },
    { phrase: "(?:me |nos )?(?:respondera|contestara|llamara|enviara|confirmara|avisara)", confidence: likely },
    { phrase: "va a (?:responder|contestar|llamar|enviar|confirmar)", confidence: likely },
    { phrase: "(?:todavia |aun )?no (?:me |nos )?ha (?:respondido|contestado|llamado)", confidence: likely },
    { phrase: "me debe", confidence: likely },
  ],
  opening: "y|ya|pero|todavia|ayer",
  stop: "por|para|de|del|sobre|si|cuando|con|en|el|la|antes|que|y|o|desde|ayer|hoy|va|me|no|todavia",
  nobody: "yo|tu|el|ella|nosotros|ellos|que|quien|me|le|esto",
  skip: "(?:la |una |el |un )?(?:respuesta|confirmacion|noticias|llamada|presupuesto) (?:de la |de los |del |de )",
};

const czech: WaitingWords = {
  language: "cs",
  before: [
    { phrase: "(?:cekam|cekame|ceka se)(?: jeste| porad)? na", confidence: sure },
    {
      phrase:
        "(?:(?:zeptal|ptal|poprosil|pozadal|napsal|oslovil|psal)[ai]? (?:jsem|jsme)(?: se)?|(?:jsem|jsme)(?: se)? (?:zeptal|ptal|poprosil|pozadal|napsal|oslovil)[ai]?)(?: uz)?",
      confidence: likely,
    },
    { phrase: "pujcil[ai]? (?:jsem|jsme) [^,.;]{2,30}?(?= [\\p{Lu}])", confidence: maybe },
  ],
  behind: [
    { phrase: "(?:se (?:mi |nam )?(?:jeste )?ozve|ozve se)", confidence: sure },
    { phrase: "(?:mi |nam )?slibil[aoiy]?", confidence: sure },
    { phrase: "(?:mi |nam )?(?:odpovi|zavola|posle|potvrdi|doda|da vedet|vrati)", confidence: likely },
    {
      phrase: "(?:jeste |zatim |porad )?(?:neodpovedel[aoiy]?|se neozval[aoiy]?|neozval[aoiy]? se)",
      confidence: likely,
    },
    { phrase: "mi dluzi", confidence: likely },
  ],
  opening: "uz|a|ale|jeste|porad|stale|vcera|ja",
  stop: "na|o|ohledne|kvuli|do|v|ve|z|ze|k|ke|jestli|zda|kdy|proc|se|s|a|nebo|pro|pred|po|od|vcera|dnes|uz|kolik|aby|mi|mu",
  nobody: "ja|my|mi|me|ty|on|ona|to|nikdo|co|kdo|se",
  skip: "(?:vyjadreni|odpoved|reakci|zpravu|potvrzeni|nabidku)(?: od)? ",
};

const italian: WaitingWords = {
  language: "it",
  before: [
    {
      phrase: "(?:aspetto|aspettiamo|in attesa|sto aspettando)(?: ancora)?(?: di| della| del| dell'| da)?",
      confidence: sure,
    },
    { phrase: "ho (?:gia )?(?:chiesto|scritto|telefonato)(?: alla| all'| al| a)", confidence: likely },
    { phrase: "ho prestato [^,.;]{2,30}? a", confidence: likely },
  ],
  behind: [
    { phrase: "(?:mi |ci )?ha promesso", confidence: sure },
    { phrase: "(?:mi |ci )?(?:rispondera|richiamera|mandera|confermera|fara sapere)", confidence: likely },
    { phrase: "non (?:mi |ci )?ha (?:ancora )?risposto", confidence: likely },
    { phrase: "mi deve", confidence: likely },
  ],
  opening: "e|ma|ancora|gia|ieri",
  stop: "per|di|del|della|sul|sulla|se|quando|con|in|entro|che|e|o|da|ieri|non|mi|il|la",
  nobody: "io|tu|lui|lei|noi|loro|che|chi|questo",
  skip: "(?:la |una |il |un )?(?:risposta|conferma|notizie|preventivo) (?:dalla |dall'|dal |dell'|della |del |da |di )",
};

const dutch: WaitingWords = {
  language: "nl",
  before: [
    { phrase: "(?:wacht|wachten|wachtend)(?: nog)? op|in afwachting van", confidence: sure },
    {
      phrase: "(?:heb|hebben)(?: al)?(?: aan)?(?=[^,.;]*\\b(?:gevraagd|gemaild|geappt|benaderd)\\b)",
      confidence: likely,
    },
    { phrase: "gevraagd aan", confidence: likely },
  ],
  behind: [
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

const polish: WaitingWords = {
  language: "pl",
  before: [
    { phrase: "(?:czekam|czekamy)(?: jeszcze| wciaz)? na", confidence: sure },
    { phrase: "(?:zapytal|poprosil|spytal)[ae]m|(?:napisal|pisal)[ae]m do", confidence: likely },
  ],
  behind: [
    { phrase: "(?:mi |nam )?obiecal[aoiy]?", confidence: sure },
    {
      phrase: "(?:mi |nam )?(?:odpowie|oddzwoni|przysle|potwierdzi|da znac)|odezwie sie|ma odpowiedziec",
      confidence: likely,
    },
    { phrase: "(?:jeszcze )?nie odpowiedzial[aoiy]?", confidence: likely },
  ],
  opening: "juz|i|ale|jeszcze|wczoraj",
  stop: "o|w|we|na|do|z|ze|czy|kiedy|za|przed|po|od|i|lub|sprawie|wczoraj|dzis|sie",
  nobody: "ja|my|mi|ty|on|ona|to|nikt|co|kto",
  skip: "(?:odpowiedz|decyzje|informacje|potwierdzenie|oferte)(?: od)? ",
};

const portuguese: WaitingWords = {
  language: "pt",
  before: [
    { phrase: "(?:(?:estou )?a espera|aguardo|aguardando|esperando)(?: d[aoe]| pel[ao])?", confidence: sure },
    { phrase: "(?:perguntei|pedi|escrevi|enviei)(?: [^,.;]{2,30}?)? (?:aos?|a)", confidence: likely },
  ],
  behind: [
    { phrase: "(?:me |nos )?prometeu", confidence: sure },
    { phrase: "(?:vai|ira) (?:me )?(?:responder|ligar|enviar|confirmar)", confidence: likely },
    { phrase: "(?:me )?(?:respondera|ligara|enviara|confirmara)", confidence: likely },
    { phrase: "ainda nao (?:respondeu|ligou)", confidence: likely },
  ],
  opening: "e|mas|ja|ainda|ontem|eu",
  stop: "para|por|de|do|da|sobre|se|quando|com|em|no|na|ate|que|e|ou|ontem|hoje|vai|nao|ainda",
  nobody: "eu|tu|ele|ela|nos|eles|que|quem|isto",
  skip: "(?:a |uma |o )?(?:resposta|confirmacao|orcamento) (?:da |do |de )",
};

/** Every language in which it is known how waiting is said. */
export const waitingLanguages: readonly WaitingWords[] = [
  english,
  german,
  french,
  spanish,
  czech,
  italian,
  dutch,
  polish,
  portuguese,
];
