const minute = 60;
const day = 86_400;

/**
 * How long a job may wait for a worker. pg-boss deletes waiting jobs after 14 days by default, which a computer left
 * off over a long holiday would turn into lost work.
 */
const retentionSeconds = 400 * day;

/**
 * Every setting of a queue, none left to pg-boss: its defaults (two retries at once, a crash noticed after 15 minutes,
 * waiting work deleted after 14 days) lose jobs, and may be others in its next release.
 */
export type QueueSettings = {
  /** Jobs of all queues lie in one table and are taken in the order they came. */
  policy: "standard";
  partition: false;
  /** Tries after the first one. */
  retryLimit: number;
  /** The pause before the first retry; with `retryBackoff` it doubles with each, with jitter, up to `retryDelayMax`. */
  retryDelay: number;
  retryBackoff: boolean;
  retryDelayMax: number | null;
  /** A worker silent for so long counts as dead, and its jobs are given to another. pg-boss allows no less than 10. */
  heartbeatSeconds: number | null;
  /** A try that takes longer is given up, heartbeat or not. */
  expireInSeconds: number;
  /** How long a job may wait to be done, and how long it is kept when it is done or has failed for good. */
  retentionSeconds: number;
  deleteAfterSeconds: number;
  /** Where a job goes that failed for good. */
  deadLetter: "dead-letters" | null;
  /** Whether a new job wakes the workers at once, instead of their next poll. */
  notify: boolean;
  /** More jobs waiting than this are worth a warning in the log. */
  warningQueueSize: number;
};

/** How each process works a queue. */
export type WorkSettings = {
  /** Batches at a time, and jobs in a batch; after a full one the next is fetched without a pause. */
  lanes: number;
  batchSize: number;
  /** How often a running job says that its worker lives. */
  heartbeatRefreshSeconds: number;
  /** Between two looks for jobs: without notifications, and with them. */
  pollingIntervalSeconds: number;
  notifyPollingIntervalSeconds: number;
};

/** `work` is null where no process takes jobs. */
type QueueEntry = { name: string; settings: QueueSettings; work: WorkSettings | null };

/**
 * Where jobs end that failed for good. Nothing works it: a person looks at them and puts them back or sets them aside.
 * pg-boss keeps with each what it takes to do so: its data, its first queue and id, how often it was tried, its error.
 */
export const deadLetters = {
  name: "dead-letters",
  settings: {
    policy: "standard",
    partition: false,
    // Nothing is ever fetched here, so nothing is tried, is silent or takes too long; pg-boss wants numbers.
    retryLimit: 0,
    retryDelay: 0,
    retryBackoff: false,
    retryDelayMax: null,
    heartbeatSeconds: null,
    expireInSeconds: minute,
    // As long as a job could have waited. One set aside is kept as long: it says that its job must not be made again.
    retentionSeconds,
    deleteAfterSeconds: retentionSeconds,
    deadLetter: null,
    notify: false,
    // Any is too many, and status says so; this many say that something is broken for everybody.
    warningQueueSize: 100,
  },
  work: null,
} as const satisfies QueueEntry;

/** One execution of one agent on one version of a task's text. */
export const agentJobs = {
  name: "run-agents",
  settings: {
    policy: "standard",
    partition: false,
    // Ten tries over about twenty minutes outlive a restart of the database, and a bad deploy that is taken back.
    retryLimit: 10,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 5 * minute,
    heartbeatSeconds: 10,
    // Agents are pure and take milliseconds; what runs longer hangs.
    expireInSeconds: minute,
    retentionSeconds,
    // For looking back only: what a done job did stands in agent_run, what failed for good is a dead letter.
    deleteAfterSeconds: 7 * day,
    deadLetter: deadLetters.name,
    // From capture to hint in well under a second.
    notify: true,
    // An hour of hard work: whoever imports a thousand tasks need not hear of it.
    warningQueueSize: 10_000,
  },
  work: {
    // Pure CPU work in one thread gains nothing from more.
    lanes: 1,
    // A batch is one commit. While they come full there is no pause, so a backlog drains at the database's speed.
    batchSize: 20,
    // Two may be lost or late (a busy event loop, a slow database) before the worker counts as dead.
    heartbeatRefreshSeconds: 3,
    // The floor under notifications that do not come: at first, after a lost connection, for retries at any time.
    pollingIntervalSeconds: 0.5,
    notifyPollingIntervalSeconds: 2,
  },
} as const satisfies QueueEntry;

/** One run of an agent that fetches what a text points to. */
export const fetchJobs = {
  name: "run-fetch-agents",
  settings: {
    ...agentJobs.settings,
    // Some eight tries over about two hours: a site that is down is often back by then, and later nobody waits for it.
    retryLimit: 8,
    retryDelay: 15,
    retryDelayMax: 60 * minute,
    // Longer than the limits of a fetch together, so that a slow site ends as an error and not as a lost job.
    expireInSeconds: 2 * minute,
    // A page is waited for anyway.
    warningQueueSize: 5_000,
  },
  work: {
    // Mostly waiting for others. Four pages at a time are as many as a home line and a site's patience take.
    lanes: 4,
    batchSize: 1,
    heartbeatRefreshSeconds: 3,
    pollingIntervalSeconds: 1,
    notifyPollingIntervalSeconds: 5,
  },
} as const satisfies QueueEntry;

/** One run of an agent that asks a language model. */
export const modelJobs = {
  name: "run-model-agents",
  settings: {
    ...agentJobs.settings,
    // Some six tries over about an hour; whoever calls the model stops asking it long before.
    retryLimit: 6,
    retryDelay: 30,
    retryDelayMax: 30 * minute,
    // A model on somebody's own machine thinks for minutes.
    expireInSeconds: 10 * minute,
    warningQueueSize: 5_000,
  },
  work: {
    // A model on one's own machine answers one question at a time; whoever calls it may hold back further.
    lanes: 2,
    batchSize: 1,
    heartbeatRefreshSeconds: 3,
    pollingIntervalSeconds: 2,
    notifyPollingIntervalSeconds: 5,
  },
} as const satisfies QueueEntry;

/** The queue of agents by what they cost: what waits for others never stands before what takes milliseconds. */
export const queueOfCost = { cheap: agentJobs, fetch: fetchJobs, model: modelJobs } as const;

/** One letter to somebody outside. */
export const letterJobs = {
  name: "send-mail",
  settings: {
    policy: "standard",
    partition: false,
    // Some thirty tries over about a day outlive a mail server's bad night; the pauses grow to an hour, because servers
    // that greylist or limit want to be left alone.
    retryLimit: 30,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 60 * minute,
    heartbeatSeconds: 10,
    // Longer than the mailer's own limits together, so that a slow server ends as an error and not as a lost job.
    expireInSeconds: 2 * minute,
    retentionSeconds,
    // What was sent stands in delivery.
    deleteAfterSeconds: 7 * day,
    deadLetter: deadLetters.name,
    notify: true,
    // Letters are few: so many waiting mean that none leaves.
    warningQueueSize: 100,
  },
  work: {
    // None is urgent to the second; one at a time is kind to the server that takes them.
    lanes: 1,
    batchSize: 1,
    heartbeatRefreshSeconds: 3,
    pollingIntervalSeconds: 2,
    notifyPollingIntervalSeconds: 5,
  },
} as const satisfies QueueEntry;

/** One small picture of one file. */
export const previewJobs = {
  name: "make-preview",
  settings: {
    policy: "standard",
    partition: false,
    // Some twelve tries over about two hours outlive a storage that is away or not mounted yet. Bytes that are no image
    // are no failure: that there is no picture of them is a result.
    retryLimit: 12,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 30 * minute,
    heartbeatSeconds: 10,
    // Longer than reading the largest file and the limit of the image library together.
    expireInSeconds: 2 * minute,
    retentionSeconds,
    // What came of it stands in preview.
    deleteAfterSeconds: 7 * day,
    deadLetter: deadLetters.name,
    // A picture appears while whoever uploaded it looks on.
    notify: true,
    warningQueueSize: 1_000,
  },
  work: {
    // An image may take hundreds of megabytes while it is read: one at a time.
    lanes: 1,
    batchSize: 1,
    heartbeatRefreshSeconds: 3,
    pollingIntervalSeconds: 1,
    notifyPollingIntervalSeconds: 5,
  },
} as const satisfies QueueEntry;

/** Every queue there is, in the order they are created: a queue's dead letters come before it. */
export const queues = [
  deadLetters,
  agentJobs,
  fetchJobs,
  modelJobs,
  letterJobs,
  previewJobs,
] as const satisfies readonly QueueEntry[];
export type QueueName = (typeof queues)[number]["name"];
