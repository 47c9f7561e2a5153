/** What is counted of a line of the service's log. */
type Counted = { readonly method: string; readonly status: number; readonly ms: number }

/** What is told of as it stands now; a round of texts and the reading of books set it. */
const gauges = {
  texts_waiting: 'Texts to phones that wait to be handed over, as of the last round.',
  notices_waiting: 'News for standing links that waits to be handed over, as of the last round.',
  backup_made_at:
    'When the newest backup of the books was made, in seconds since 1970; 0 where there is none.',
  backup_drill_holds:
    'Whether the newest backup that was tried could be restored and held: 1 or 0.',
  books_waiting: 'Whole books that wait to be read for the portfolio.',
} as const
type Gauge = keyof typeof gauges

const secondsUpTo = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const

/** Whatever somebody sends in its place makes no line of its own. */
const methodOf = (method: string): string => methods.find((one) => one === method) ?? 'other'

type Counts = {
  readonly requests: Map<string, number>
  readonly buckets: number[]
  seconds: number
  answered: number
  roundsFailed: number
}

const header = (name: string, type: string, help: string): string =>
  `# HELP fund_${name} ${help}\n# TYPE fund_${name} ${type}\n`

const requestLines = ({ requests }: Counts): string =>
  header('requests_total', 'counter', 'Requests that were answered.') +
  [...requests]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([labels, count]) => `fund_requests_total{${labels}} ${count}\n`)
    .join('')

const durationLines = ({ buckets, seconds, answered }: Counts): string => {
  const name = 'request_duration_seconds'
  return (
    header(name, 'histogram', 'How long requests took.') +
    secondsUpTo.map((le, i) => `fund_${name}_bucket{le="${le}"} ${buckets[i]}\n`).join('') +
    `fund_${name}_bucket{le="+Inf"} ${answered}\n` +
    `fund_${name}_sum ${seconds}\nfund_${name}_count ${answered}\n`
  )
}

export type Measured = {
  /** Counts an answer, or a round that failed. */
  readonly take: (line: Counted) => void
  /** How much waits, asked for whenever somebody reads. */
  readonly watch: (gauge: Gauge, value: () => number) => void
  readonly text: () => string
}

/**
 * Counts of this process for Prometheus, text format 0.0.4. No label names a village, a person or a page: how often one of
 * them is opened would tell who does what.
 */
export const measuring = (): Measured => {
  const counts: Counts = {
    requests: new Map(),
    buckets: secondsUpTo.map(() => 0),
    seconds: 0,
    answered: 0,
    roundsFailed: 0,
  }
  const watched = new Map<Gauge, () => number>()
  return {
    take: ({ method, status, ms }) => {
      if (method === 'ROUND') {
        counts.roundsFailed += 1
        return
      }
      const labels = `method="${methodOf(method)}",status="${status}"`
      counts.requests.set(labels, (counts.requests.get(labels) ?? 0) + 1)
      counts.answered += 1
      counts.seconds += ms / 1000
      for (const [i, le] of secondsUpTo.entries()) if (ms / 1000 <= le) counts.buckets[i]! += 1
    },
    watch: (gauge, value) => watched.set(gauge, value),
    text: () =>
      requestLines(counts) +
      durationLines(counts) +
      header('rounds_failed_total', 'counter', 'Rounds of texts and news that failed.') +
      `fund_rounds_failed_total ${counts.roundsFailed}\n` +
      [...watched]
        .map(([name, value]) => `${header(name, 'gauge', gauges[name])}fund_${name} ${value()}\n`)
        .join(''),
  }
}
