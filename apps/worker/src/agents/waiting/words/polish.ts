import { likely, sure, type WaitingWords } from "../waiting-words.ts";

export const polish: WaitingWords = {
  language: "pl",
  before: [
    { phrase: "(?:czekam|czekamy|czekac|poczekac)(?: jeszcze| wciaz)? na", confidence: sure },
    { phrase: "(?:wciaz )?brak odpowiedzi od", confidence: sure },
    { phrase: "(?:zapytal|poprosil|spytal)[ae]m|(?:napisal|pisal)[ae]m do", confidence: likely },
  ],
  behind: [
    { phrase: "(?:mi |nam )?(?:przyniesie|odda|przywiezie|oddaje)", confidence: likely },
    { phrase: "zalatwi|zajmie sie|zorganizuje", confidence: likely },
    { phrase: "(?:mi |nam )?obiecal[aoiy]?", confidence: sure },
    {
      phrase:
        "(?:mi |nam )?(?:odpowie|oddzwoni|przysle|potwierdzi|da znac)|ma (?:mi |nam )?(?:dac znac|przyslac|oddzwonic)|odezwie sie|ma odpowiedziec",
      confidence: likely,
    },
    { phrase: "jeszcze nie (?:przyslal|oddzwonil|wyslal|potwierdzil)[aoiy]?", confidence: likely },
    { phrase: "(?:jeszcze )?nie odpowiedzial[aoiy]?", confidence: likely },
  ],
  opening: "juz|i|ale|jeszcze|wczoraj",
  stop: "o|w|we|na|do|z|ze|czy|kiedy|za|przed|po|od|i|lub|sprawie|wczoraj|dzis|sie",
  nobody: "ja|my|mi|ty|on|ona|to|nikt|co|kto",
  skip: "(?:odpowiedz|decyzje|informacje|potwierdzenie|oferte)(?: od)? ",
};
