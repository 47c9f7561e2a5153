/*
 * What a fund's year costs, by work that was measured and prices that were published. Every number here stands with its source
 * in docs/cost.md, whose tables are made of it: `npm run cost -- --write`.
 */

/** One year of one member, as docs/scale.md counts it: entries from the practice book, looks by guess. */
export const memberYear = { entries: 33, officerLooks: 60, ownLooks: 12 } as const

/** Measured (docs/benchmarks.md, a fund of 10,020 entries): microseconds of one core, and bytes. */
export const measured = {
  entryMicroseconds: 1_414,
  officerPageMicroseconds: 4_488,
  ownPageMicroseconds: 3_296,
  entryBytes: 971,
  /** Estimated in docs/scale.md. */
  logLineBytes: 300,
  /** A lone deposit on Workers beside one on a file, in milliseconds. */
  workersDepositMilliseconds: 15.9,
  fileDepositMilliseconds: 3.2,
  objectCallsARequest: 13.5,
} as const

/** Published prices in US dollars, each with the source and the day that docs/cost.md names. */
export const prices = {
  /** A board, with a card and a case, that lasts five years; watts at rest; dollars a kilowatt hour. */
  board: { price: 45, beside: 20, years: 5, watts: 2.7, kilowattHour: 0.18 },
  server: { month: 6 },
  database: { month: 12 },
  workers: {
    month: 5,
    requestsIncluded: 10_000_000,
    requestMillion: 0.3,
    cpuMillisecondsIncluded: 30_000_000,
    cpuMillisecondMillion: 0.02,
    objectRequestsIncluded: 1_000_000,
    objectRequestMillion: 0.15,
    gigabyteSecondsIncluded: 400_000,
    gigabyteSecondMillion: 12.5,
  },
} as const

export type Size = { readonly funds: number; readonly members: number }

/** What all funds together ask of a machine in a year. */
export const workOf = ({ funds, members }: Size) => {
  const memberYears = funds * members
  const { entries, officerLooks, ownLooks } = memberYear
  const requests = memberYears * (entries + officerLooks + ownLooks)
  const microseconds =
    entries * measured.entryMicroseconds +
    officerLooks * measured.officerPageMicroseconds +
    ownLooks * measured.ownPageMicroseconds
  const bytes =
    entries * measured.entryBytes + (entries + officerLooks + ownLooks) * measured.logLineBytes
  return {
    entries: memberYears * entries,
    requests,
    cpuSeconds: (memberYears * microseconds) / 1e6,
    megabytes: (memberYears * bytes) / 1e6,
  }
}

const monthsAYear = 12
const hoursAYear = 24 * 365.25
/** Half of all funds meet within one morning of three hours, 250 requests each. */
const morning = { share: 0.5, requests: 250, seconds: 3 * 3_600 } as const
/** A core that is half busy still answers at once. */
const busyAtMost = 0.5

/** So many cores the busiest morning asks for. */
export const coresOf = ({ funds }: Size): number => {
  const seconds =
    (funds * morning.share * morning.requests * measured.officerPageMicroseconds) / 1e6
  return Math.max(1, Math.ceil(seconds / morning.seconds / busyAtMost))
}

/** What is above what a plan includes, in its price a million; a month's, of a year's work in equal parts. */
const above = (aYear: number, included: number, million: number): number =>
  (Math.max(0, aYear / monthsAYear - included) / 1e6) * million * monthsAYear

const workersYear = (size: Size): number => {
  const plan = prices.workers
  const { requests, cpuSeconds } = workOf(size)
  const calls = requests * measured.objectCallsARequest
  const slower = measured.workersDepositMilliseconds / measured.fileDepositMilliseconds
  // An assumption: every call keeps its object, of 128 MB, at work for as long as a whole deposit takes.
  const gigabyteSeconds = calls * (measured.workersDepositMilliseconds / 1_000) * 0.128
  return (
    plan.month * monthsAYear +
    above(requests, plan.requestsIncluded, plan.requestMillion) +
    above(cpuSeconds * 1_000 * slower, plan.cpuMillisecondsIncluded, plan.cpuMillisecondMillion) +
    above(calls, plan.objectRequestsIncluded, plan.objectRequestMillion) +
    above(gigabyteSeconds, plan.gigabyteSecondsIncluded, plan.gigabyteSecondMillion)
  )
}

export const costHosts = ['board', 'server', 'database', 'workers'] as const
export type CostHost = (typeof costHosts)[number]

const yearOf: Readonly<Record<CostHost, (size: Size) => number>> = {
  // A board stands in one village and serves it alone.
  board: ({ funds }) => {
    const { price, beside, years, watts, kilowattHour } = prices.board
    return funds * ((price + beside) / years + (watts / 1_000) * hoursAYear * kilowattHour)
  },
  server: (size) => prices.server.month * monthsAYear * coresOf(size),
  database: (size) => (prices.server.month * coresOf(size) + prices.database.month) * monthsAYear,
  workers: workersYear,
}

/** US dollars of a year for all funds together, and for one of them. */
export const costOnHost = (
  host: CostHost,
  size: Size,
): { readonly all: number; readonly each: number } => {
  const all = yearOf[host](size)
  return { all, each: all / size.funds }
}

/** Most that may be asked for: more is arithmetic beyond anything that was run. */
export const most = { funds: 10_000, members: 1_000 } as const
export const usual: Size = { funds: 100, members: 60 }

/** Whole numbers as they are typed in the two fields; nothing where they are none, or too large. */
export const sizeIn = (funds: string, members: string): Size | undefined => {
  const numbers = [funds, members].map((text) => (/^\d{1,5}$/.test(text) ? Number(text) : 0))
  const [ofFunds = 0, ofMembers = 0] = numbers
  const fits = (count: number, max: number): boolean => count >= 1 && count <= max
  return fits(ofFunds, most.funds) && fits(ofMembers, most.members)
    ? { funds: ofFunds, members: ofMembers }
    : undefined
}

/** Dollars with their cents. */
export const dollars = (amount: number): string =>
  `$${amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
