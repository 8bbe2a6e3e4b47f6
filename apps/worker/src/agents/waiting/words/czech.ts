import { likely, maybe, sure, type WaitingWords } from "../waiting-words.ts";

export const czech: WaitingWords = {
  language: "cs",
  before: [
    { phrase: "(?:cekam|cekame|ceka se|cekat|pockat)(?: jeste| porad)? na", confidence: sure },
    {
      phrase:
        "(?:(?:zeptal|ptal|poprosil|pozadal|napsal|oslovil|psal)[ai]? (?:jsem|jsme)(?: se)?|(?:jsem|jsme)(?: se)? (?:zeptal|ptal|poprosil|pozadal|napsal|oslovil)[ai]?)(?: uz)?",
      confidence: likely,
    },
    { phrase: "(?:porad |stale |zatim )?(?:zadna odpoved|nic) od", confidence: sure },
    { phrase: "napsano (?:na|do)(?=[^.]*\\bcekam)", confidence: likely },
    { phrase: "pujcil[ai]? (?:jsem|jsme) [^,.;]{2,30}?(?= [\\p{Lu}])", confidence: maybe },
  ],
  behind: [
    {
      phrase: "se (?:mi |nam )?mel[aoiy]? ozvat|mel[aoiy]? (?:se |mi |nam )?(?:ozvat|poslat|zavolat|dodat|vratit)",
      confidence: likely,
    },
    { phrase: "(?:mi |nam )?(?:vrati|prinese|priveze|doveze)", confidence: likely },
    { phrase: "zaridi|vyridi|se postara|postara se|obstara|ma na starosti", confidence: likely },
    {
      phrase:
        "(?:jeste|zatim|porad|stale|furt) ne(?:poslal|zavolal|odpovedel|dodal|potvrdil|prinesl|vratil|reagoval)[aoiy]?",
      confidence: likely,
    },
    { phrase: "(?:se (?:mi |nam )?(?:jeste )?ozve|ozve se)", confidence: sure },
    { phrase: "(?:mi |nam )?slibil[aoiy]?", confidence: sure },
    {
      phrase:
        "ma (?:mi |nam )?(?:dodat|poslat|odpovedet|zavolat|potvrdit|vratit|pripravit|dat vedet|prinest)|(?:mi |nam )?rik(?:al|ala|ali) ze",
      confidence: likely,
    },
    { phrase: "(?:se )?(?:furt|porad|stale|jeste) (?:se )?neozval[aoiy]?", confidence: likely },
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
