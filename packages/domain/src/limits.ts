/**
 * Every limit of the product, once, with its reason. Lengths are UTF-16 code units (what `string.length` counts
 * and what a browser's `maxlength` enforces), counts are rows.
 */
export const limits = {
  /** A sentence, not an essay; longer text belongs in the notes. */
  title: 500,
  /** The first line of a captured text that still is a title; a longer one is a paragraph and is cut. */
  capturedTitle: 160,
  /** What a capture brings besides files, as bytes: a long article. What the notes do not hold becomes a file. */
  capturedBytes: 1024 * 1024,
  /** An address; browsers take longer ones, but no page people keep has one. */
  capturedUrl: 8_000,
  /** Board, column, tag, context and project names: must fit a header. */
  name: 80,
  /** Notes: about fifty pages; keeps one event and one row far below 1 MB. */
  notes: 100_000,
  checklistText: 500,
  desiredOutcome: 2_000,
  /** Who or what a task waits for. */
  waitingForWho: 200,
  /** About five pages: longer thoughts belong in the notes, and all comments of a task are read at once. */
  comment: 10_000,
  /** A WIP override is explained in a sentence. */
  overrideReason: 500,
  /** Why an operator decided something: at least a word, at most a paragraph. */
  decisionReasonMin: 3,
  decisionReason: 500,
  /** The words of a task a hint shows as its evidence. */
  evidence: 500,
  /** Items or questions one hint proposes: more is no help. */
  hintItems: 20,
  /** Past tasks and words a hint names as its evidence: as many as a person looks at. */
  hintTasks: 5,
  hintWords: 8,
  /** What a hint would put into the notes. */
  hintText: 2_000,
  /** `HOME` in `HOME-12`. */
  boardKey: 10,

  boardsPerUser: 200,
  /** Devices and programs of one person; more are forgotten ones. */
  tokensPerUser: 50,
  /** Days a token that ends may hold: ten years is for ever. */
  tokenDays: 3_650,
  /** Seconds to confirm a device in: enough to sign in first. */
  pairingSeconds: 600,
  /** Seconds a device waits between its questions. */
  pairingPollSeconds: 2,
  /** Devices that ask at one moment, on the whole instance: keeps codes rare among all there could be. */
  pairingsAtOnce: 1_000,
  /** Captures one token may make in a minute, and have under way at once. */
  capturesPerMinute: 120,
  capturesAtOnce: 4,
  /** Files one capture brings. */
  capturedFiles: 20,

  /** Mailboxes of one person; each holds a connection open. */
  mailboxesPerUser: 10,
  /** Folders of one mailbox that are looked at, one after the other. */
  foldersPerMailbox: 10,
  /** Plus-addresses of one mailbox: one for each board of a busy person. */
  addressesPerMailbox: 50,
  /** Senders named for one mailbox: more is an address book. */
  sendersPerMailbox: 200,
  /** What follows the plus of an address. */
  mailTag: 64,
  /** A folder's path; servers take less. */
  mailFolder: 500,
  mailHost: 253,
  mailUserName: 254,
  /** Passwords of applications are short, tokens are not. */
  mailPassword: 1_000,
  /** Bytes of a mail that is read whole: 25 MB of files, the most mail servers pass on, are 34 MB as mail writes them. */
  mailBytes: 36 * 1024 * 1024,
  /** Bytes of a mail that is posted, which is what services cut at. */
  postedMailBytes: 25 * 1024 * 1024,
  /** Files of one mail that are kept apart; those beyond are in the whole message, which is kept then. */
  mailFiles: 50,
  /** Seconds a signed mail may be on its way: also how long a signature is remembered. */
  mailHookSeconds: 300,
  /** Mails one address takes in a minute. */
  mailsPerMinute: 60,
  /** Mails of one person that wait for a decision; the oldest make room, and stay in their mailbox. */
  quarantinedMails: 500,
  /** Days a mail waits for a decision. */
  quarantineDays: 30,
  /** Mails shown at once of those that wait. */
  quarantinePage: 50,
  /** What a mail server says about a fault, as far as it is shown. */
  mailboxFault: 300,

  /** Wider than any screen; more columns are a sign of two boards. */
  columnsPerBoard: 50,
  /** Open tasks; 5,000 are normal, this keeps a snapshot below about 10 MB. */
  openTasksPerBoard: 20_000,
  tagsPerBoard: 500,
  contextsPerBoard: 200,
  projectsPerBoard: 500,
  checklistItemsPerTask: 200,
  /** Tasks one paste becomes: with a new label for each still one step of undo (below); more is an import. */
  pastedTasks: 100,
  /** With every one of them full an opened task is 5 MB; real ones stay far below. */
  commentsPerTask: 500,
  /** More neighbours than anybody can keep in mind; also bounds the way a circle of blockers is looked for. */
  linksPerTask: 50,
  /** All of them travel with the snapshot, about 150 bytes each. */
  linksPerBoard: 5_000,
  /** Files on one task: more is an archive, and no list anybody reads. */
  attachmentsPerTask: 100,
  /** A file name: what file systems take, and short enough for a header. */
  fileName: 200,
  /** Bytes of one file unless the instance says otherwise: scans, photos and short films, no backups. */
  attachmentBytes: 100 * 1024 * 1024,
  /** Bytes of all files of a board unless the instance says otherwise; removed ones count until they are deleted. */
  attachmentBytesPerBoard: 5 * 1024 ** 3,
  /** Uploads one person may begin in a minute, and have under way at once. */
  uploadsPerMinute: 120,
  uploadsAtOnce: 6,
  /** Pixels of an image a preview is made of: 100 megapixels are beyond cameras; more fills the memory. */
  previewInputPixels: 100_000_000,
  /** The longer side of a preview: a card at twice the density of its pixels. */
  previewPixels: 640,
  /** Tags, contexts or assignees on one task: more cannot be shown. */
  labelsPerTask: 20,
  /** Live hints on one task; beyond it the oldest proposal is superseded. */
  proposedHintsPerTask: 20,

  /** Tasks one bulk act changes: half of what a delta answers, so that it never makes others load the board anew. */
  bulkTasks: 500,
  /** Days a task stays in the trash: longer than a holiday. */
  trashDays: 30,
  /** Mutations one step of undo takes back: as many as lines are pasted at once. */
  mutationsPerUndo: 200,

  /** What is typed into a filter: a sentence is no filter. */
  filterText: 200,
  /** Values of one facet of a filter; more cannot be seen in its chip. */
  filterValues: 50,
  /** Views saved on one board: more than a list anybody reads. All of them travel with the snapshot. */
  viewsPerBoard: 50,
  /** A saved filter in its written form: about eighty labels. */
  savedFilter: 4_000,

  /** A column that admits a thousand tasks at once has no limit. */
  wipLimit: 999,
  /** Twenty working days in minutes; larger is a project. */
  estimateMinutes: 9_600,
  sleepAfterDays: 365,

  /** A query: a sentence that was pasted, not a page. */
  searchQuery: 200,
  /** Words of a query that count: each costs a look into the index. */
  searchWords: 8,
  /** Hits on one page. */
  searchPage: 50,
  /** Hits that can be paged to: whoever needs more types another word. */
  searchDepth: 500,
  /** Characters of a task's notes in which the searched words are shown; they are found in all of them. */
  searchExcerptSource: 20_000,

  /** A rank longer than this makes its column be ranked anew; the database refuses 200. */
  rankBeforeRebalance: 40,
  /** Events one delta answers with; a client further behind takes a new snapshot. */
  deltaEvents: 1_000,
  /** Seconds after which a tab that says nothing counts as gone: two of its beats may be lost. */
  presenceSeconds: 50,
  /** Seconds after which an item nobody speaks for is handed to somebody else: two beats may be lost. */
  clarifyLeaseSeconds: 60,
  /** Items of an inbox one hand holds: the one it decides and the next, so that it never waits; the rest is for others. */
  clarifyLeases: 3,
  /** Items one may ask for at once: far more than others can hold. */
  clarifyWanted: 100,
  /** Boards one live stream follows. */
  streamBoards: 50,
  /** A request body: no input of the product is larger. */
  bodyBytes: 512 * 1024,
  /** Calls in one tRPC batch. */
  batchCalls: 20,
  /** Milliseconds until a request is answered, if only by "busy": a second below the five that people and proxies put up with. */
  answerMs: 4_000,
} as const;
