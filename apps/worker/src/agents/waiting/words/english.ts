import { likely, maybe, sure, type WaitingWords } from "../waiting-words.ts";

export const english: WaitingWords = {
  language: "en",
  before: [
    { phrase: "waiting (?:for|on)|awaiting|waiting to hear(?: back)? from", confidence: sure },
    {
      phrase:
        "(?:haven't|have not|not|nothing|no (?:word|reply|answer|response|news))(?: yet)?(?: heard)?(?: anything)?(?: back)?(?: yet)? from",
      confidence: sure,
    },
    { phrase: "(?:chased|checked|raised|followed up)(?: [^,.;]{2,40})? with", confidence: 0.8 },
    {
      phrase:
        "(?:expecting|need|awaiting)(?= (?:an? |the )?(?:call|reply|answer|response|news|word|decision|parcel|delivery|confirmation|quote)\\b)",
      confidence: likely,
    },
    { phrase: "(?:requested|ordered|applied for|claimed) (?:[^,.;]{2,40} )?from", confidence: likely },
    { phrase: "(?:it is |it's )?up to", confidence: maybe },
    { phrase: "asked for (?:[^,.;]{2,40} )?from", confidence: likely },
    { phrase: "(?:delegated|lent|forwarded|passed|assigned|handed|outsourced) [^,.;]{2,40}? to", confidence: likely },
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
    { phrase: "left (?:a |another )?(?:voicemail|message|note) (?:for|with)", confidence: sure },
    {
      phrase:
        "(?:refund|reply|answer|response|delivery|payment|confirmation|quote|invoice)s? from(?=[^,.;]*\\b(?:pending|outstanding|missing|overdue)\\b)",
      confidence: sure,
    },
    {
      phrase:
        "(?:gave|took|brought|handed|dropped) [^,.;]{2,30}? (?:to|at|off at)(?=[^.]*\\b(?:ready|repair|repaired|fixed|back|brings?|returns?)\\b)",
      confidence: likely,
    },
    { phrase: "(?:[^,.;]{1,40} )?(?:blocked|stuck|held up|hanging) (?:on|by|with)", confidence: likely },
    { phrase: "(?:[^,.;]{1,40} )?pending (?:with|from|by)", confidence: likely },
    { phrase: "(?:written|wrote|applied|complained|reported)(?: [^,.;]{2,30}?)? to", confidence: likely },
    { phrase: "wait for", confidence: maybe },
  ],
  behind: [
    {
      phrase: "(?:still )?(?:looking into|checking|drafting|arranging|chasing|finding out|sorting out)",
      confidence: 0.65,
    },
    {
      phrase:
        "(?:(?:brings|returns|delivers)(?= (?:the|my|our|it|them|back|me|us)\\b)|picks up|drops off|lets (?:me|us) know|gets back|calls back)",
      confidence: likely,
    },
    { phrase: "(?:has )?borrowed (?:the|my|our)", confidence: likely },
    {
      phrase: "(?:is |are )?(?:taking care|takes? care|in charge|responsible) (?:of|for)|(?:is|are) handling",
      confidence: likely,
    },
    {
      phrase:
        "(?:is|are) (?:still |just )?(?:checking|drafting|preparing|looking into|working on|getting|arranging|sorting|writing|reviewing|repairing|fixing|deciding|sending|bringing|organi[sz]ing|finding out)",
      confidence: likely,
    },
    { phrase: "(?:has |have |had )?promised", confidence: sure },
    { phrase: "said (?:that )?(?:s?he|they|it)(?: would|'d| will|'ll| might| may| could)", confidence: sure },
    {
      phrase:
        "(?:will|(?:is |are |was |were )?(?:supposed|meant) to|(?:is|are|was|were) going to)(?: then)? (?:answer|reply|respond|get back|come back|call|ring|phone|let (?:me|us) know|send|confirm|deliver|bring|fix|check|decide|return|provide|refund|find out|look into|see to|book|arrange|sort|handle|take care|organi[sz]e|prepare|sign|pay|order|pick up|drop off|collect|hand over|approve|email|text|message|forward|share|write)",
      confidence: likely,
    },
    {
      phrase:
        "(?:has|have|did)(?:n't| not)(?: yet)? (?:replied|reply|answered|answer|responded|respond|called|written|confirmed|sent)",
      confidence: likely,
    },
    { phrase: "(?:still )?owes? (?:me|us)|(?:still )?ha(?:s|ve)(?: still)?(?: got)? (?:my|our)", confidence: likely },
    {
      phrase:
        "(?:still )?(?:(?:has|have|needs?) to|to) (?:(?:ring|call|phone)(?= (?:me|us|back|about)\\b)|send(?= (?:me|us|the|an?|his|her|their|over|back)\\b)|confirm|reply|respond|answer|deliver|decide|let (?:me|us) know|get back|come back|follow)",
      confidence: likely,
    },
  ],
  opening: "i|we|i've|we've|i'm|we're|have|am|are|already|just|still|but|and|so|yesterday|today",
  stop: "about|for|to|if|whether|when|why|how|what|where|on|by|in|at|of|until|yet|again|yesterday|today|last|this|pending|outstanding|missing|overdue|ready|and|or|because|with|regarding|re|via|who|that|is|are|was|will|before|after|next|from|still",
  nobody: "i|we|me|us|you|he|she|it|they|him|her|them|this|that|there|everyone|everybody|nobody|what|who|which|if|when",
  skip: "(?:a |an |the |their |his |her )?(?:reply|answer|response|review|feedback|confirmation|call|quote|news|word|decision|approval|refund)s? (?:from|by|of) ",
};
