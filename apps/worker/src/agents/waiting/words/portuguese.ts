import { likely, sure, type WaitingWords } from "../waiting-words.ts";

export const portuguese: WaitingWords = {
  language: "pt",
  before: [
    { phrase: "(?:(?:estou )?a espera|aguardo|aguardando|esperando)(?: d[aoe]| pel[ao])?", confidence: sure },
    { phrase: "sem (?:noticias|resposta) d[aoe]s?", confidence: sure },
    { phrase: "(?:perguntei|pedi|escrevi|enviei)(?: [^,.;]{2,30}?)? (?:aos?|a)", confidence: likely },
  ],
  behind: [
    { phrase: "(?:me |nos )?(?:traz|devolve|manda|envia)", confidence: 0.65 },
    { phrase: "(?:vai )?tratar? d[aoe]|encarrega-se|fica responsavel", confidence: likely },
    { phrase: "(?:me |nos )?prometeu", confidence: sure },
    { phrase: "ficou de", confidence: likely },
    { phrase: "(?:vai|ira|tem de|tem que) (?:me )?(?:responder|ligar|enviar|confirmar)", confidence: likely },
    { phrase: "(?:me )?(?:respondera|ligara|enviara|confirmara)", confidence: likely },
    { phrase: "ainda nao (?:respondeu|ligou)", confidence: likely },
  ],
  opening: "e|mas|ja|ainda|ontem|eu",
  stop: "para|por|de|do|da|sobre|se|quando|com|em|no|na|ate|que|e|ou|ontem|hoje|vai|nao|ainda",
  nobody: "eu|tu|ele|ela|nos|eles|que|quem|isto",
  skip: "(?:a |uma |o )?(?:resposta|confirmacao|orcamento) (?:da |do |de )",
};
