import { likely, sure, type WaitingWords } from "../waiting-words.ts";

export const spanish: WaitingWords = {
  language: "es",
  before: [
    { phrase: "(?:esperando|espero|esperar|a la espera de|en espera de|sigo esperando)(?: a| al)?", confidence: sure },
    {
      phrase:
        "(?:le |les )?(?:pregunte|pedi|escribi|he preguntado|he pedido|he escrito|mande|envie)(?: [^,.;]{2,30}?)? (?:al|a la|a los|a)",
      confidence: likely,
    },
    { phrase: "preste [^,.;]{2,30}? a", confidence: likely },
    { phrase: "sin (?:noticias|respuesta) d(?:e la|e los|el|e)", confidence: sure },
  ],
  behind: [
    { phrase: "(?:me |nos )?(?:trae|devuelve|manda|envia|llama|avisa)n?", confidence: 0.65 },
    { phrase: "se (?:encargan?|ocupan?)", confidence: likely },
    { phrase: "(?:me |nos )?(?:prometio|ha prometido|prometieron)", confidence: sure },
    { phrase: "(?:me |nos )?(?:respondera|contestara|llamara|enviara|confirmara|avisara)", confidence: likely },
    {
      phrase: "(?:tiene que|debe|ha de) (?:llamar|enviar|responder|contestar|confirmar|avisar|mandar|traer)",
      confidence: likely,
    },
    { phrase: "va a (?:responder|contestar|llamar|enviar|confirmar)", confidence: likely },
    { phrase: "(?:todavia |aun )?no (?:me |nos )?ha (?:respondido|contestado|llamado)", confidence: likely },
    { phrase: "me debe|me dijo que|me ha dicho que", confidence: likely },
  ],
  opening: "y|ya|pero|todavia|ayer",
  stop: "por|para|de|del|sobre|si|cuando|con|en|el|la|antes|que|y|o|desde|ayer|hoy|va|me|no|todavia",
  nobody: "yo|tu|ella|nosotros|ellos|que|quien|me|le|esto",
  skip: "(?:la |una |el |un )?(?:respuesta|confirmacion|noticias|llamada|presupuesto) (?:de la |de los |del |de )",
};
