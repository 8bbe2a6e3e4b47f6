import { likely, sure, type WaitingWords } from "../waiting-words.ts";

export const french: WaitingWords = {
  language: "fr",
  before: [
    {
      phrase: "(?:j'attends|nous attendons|on attend|attendre|en attente)(?: toujours)?(?: de(?: la)?| du| des| d')?",
      confidence: sure,
    },
    {
      phrase:
        "(?:j'ai|on a|nous avons) (?:deja )?(?:demande|ecrit|telephone|envoye un (?:mail|message))(?: a la| a l'| aux?| a)",
      confidence: likely,
    },
    { phrase: "(?:j'ai|on a|nous avons) (?:deja )?(?:relance|contacte|prete [^,.;]{2,30} a)", confidence: likely },
    {
      phrase:
        "(?:toujours )?(?:sans|pas de|aucune) (?:reponse|nouvelles) d(?:e la|e l'|u|es|e|')|(?:toujours )?rien d(?:e la|e l'|u|es|e|')",
      confidence: sure,
    },
    { phrase: "(?:mail|message|courrier)(?: envoye)? (?:a la|a l'|aux?|a)(?=[^.]*\\battend)", confidence: likely },
  ],
  behind: [
    {
      phrase:
        "(?:devait|devrait|devaient) (?:me |nous |m')?(?:repondre|rappeler|envoyer|confirmer|livrer|verifier|dire|rendre)",
      confidence: likely,
    },
    { phrase: "(?:me |nous |m')?(?:rapporte|ramene|apporte|livre|envoie|rappelle|confirme)(?:nt)?", confidence: 0.65 },
    { phrase: "(?:s'occupe|s'occupent|se charge|se chargent)", confidence: likely },
    { phrase: "(?:m'|nous )?(?:a|ont) promis", confidence: sure },
    {
      phrase: "(?:va|doit) (?:me |nous |m')?(?:repondre|rappeler|envoyer|confirmer|livrer|verifier|dire)",
      confidence: likely,
    },
    { phrase: "(?:me |nous |m')?(?:repondra|rappellera|enverra|confirmera|livrera)", confidence: likely },
    {
      phrase: "n'a (?:pas|toujours pas|pas encore) (?:encore )?(?:repondu|rappele|confirme|envoye)",
      confidence: likely,
    },
    { phrase: "me doit|m'a dit qu(?:'il|'elle|e)", confidence: likely },
  ],
  opening: "et|mais|deja|toujours|encore|hier",
  stop: "pour|de|du|des|a|au|aux|si|quand|sur|avant|apres|dans|par|le|la|et|ou|que|qui|concernant|hier|depuis|lundi|mardi|mercredi|jeudi|vendredi|va|doit|est|encore",
  nobody: "je|tu|il|elle|nous|vous|ils|elles|on|ce|cela|ca|qui|quoi|pas",
  skip: "(?:la |une |le |un |l')?(?:reponse|retour|nouvelles|devis|confirmation|remboursement|validation|accord) (?:de la |de l'|du |des |de |d')",
};
