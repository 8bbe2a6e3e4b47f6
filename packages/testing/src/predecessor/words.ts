/*
 * What people write, in several languages, with the characters that get lost on the way from one database to another:
 * quotes, backslashes, tabs, line breaks, characters beyond the basic plane, right-to-left text and combining marks.
 */

export const boardNames = ["Life", "Büro & Büro", "Thèse 📚", "家のこと", "Side project \\o/", "O'Brien's \"house\""];

export const tagNames = ["urgent", "büro", "famille", "5 min", "c++", "50% \\ later", "🚗", "重要"];

export const colours = ["#94a3b8", "#ef4444", "#22C55E", "rebeccapurple", "#fff"];

export const projectNames = ["Umbau Küche", "Tax return 2025", "Site web «v2»", "引っ越し", "Learn Rust 🦀"];

/** Beginnings of titles, one row for each language; the rows are equally long. */
export const openings = [
  ["Call", "Write to", "Fix:", "Don't forget", "Ask about", "Buy"],
  ["Anrufen:", "Prüfen –", "Überweisen:", "Frag mal nach", "Schöne Grüße an", "Kaufen:"],
  ["Appeler", "Répondre à", "Préparer", "N'oublie pas", "Réserver", "Acheter"],
  ["電話する：", "確認：", "買う：", "読む：", "送る：", "直す："],
  ["Позвонить:", "Купить", "Написать", "Проверить", "Отправить", "Починить"],
];

/** Ends of titles, one row for each language. */
export const subjects = [
  ["the landlord", 'the "final" draft', "C:\\temp\\old", "mum's birthday", "50% of the invoices", "milk & eggs 🥚"],
  ["Zahnärztin", "Steuererklärung", "Fahrrad (hinten)", "Käthe", "Vertrag „neu“", "Heizungsmonteur"],
  ["l'assurance", "le médecin", "à Noël 🎄", "maman", "la salle «B»", "du pain"],
  ["牛乳🥛", "大家さん", "報告書", "本『三四郎』", "写真", "自転車"],
  ["маме", "отчёт", "билеты ✈️", "кран", "хлеб", "«Войну и мир»"],
];

export const endings = [
  "",
  "",
  "",
  "",
  "",
  "",
  "!",
  " 🚀",
  " (dringend)",
  "\t→ today",
  " ",
  " 👩‍👩‍👧",
  " cafe\u0301",
  " ?!",
];

export const notes = [
  "see mail",
  "1. ring\n2. wait\n3. ring again",
  "- [ ] first\n- [x] second\n\n**bold**, `code` and <b>no HTML</b>",
  "Sie sagte: „Nächste Woche“.\r\nIch glaube es nicht.",
  "path\twith\ttabs: C:\\Users\\new\\table",
  "https://example.org/?q=a%20b&c='d'\n\n> quoted\n",
  "שלום, להתקשר מחר",
  "😀😀😀 🇨🇭 👍🏽",
  "   ",
];

export const waitingFor = ["Anna", "the landlord's answer", "Rückruf Versicherung", "la réponse de l'école 🏫", "返事"];

export const checklistTitles = ["milk", "Schrauben 4×40", "appeler d'abord", 'the "other" one', "電池 🔋", "a\\b"];
