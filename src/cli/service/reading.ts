import { Worker } from 'node:worker_threads'
import { type Reader, ReaderBusy, TooMuchToRead } from '#src/exchange/reader.ts'

/** What is read, and what of: `src/cli/service/reading-worker.ts` is told it when it starts. */
export type Asked = {
  readonly what: Exclude<keyof Reader, 'of'>
  readonly of: readonly unknown[]
}

type Limits = {
  /** How many files are read at once; whoever comes then comes again later. */
  readonly atOnce: number
  readonly msMax: number
  readonly heapMiB: number
  /** How long a place is kept for whoever was told to come again: twice as long as that one was told. */
  readonly keptMs: number
  readonly now: () => number
}

const usual: Limits = {
  atOnce: 2,
  msMax: 30_000,
  heapMiB: 512,
  keptMs: 20_000,
  now: Date.now,
}

/** What ends a thread that asks for more than it may have. */
const isTooMuch = (error: Error & { readonly code?: string }): boolean =>
  error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error.name === 'RangeError'

/** Reads in a thread that is made for one file and gone after it, and that has none of this program's secrets. */
const inThread = (asked: Asked, { msMax, heapMiB }: Limits): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL('reading-worker.ts', import.meta.url), {
      workerData: asked,
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapMiB, maxYoungGenerationSizeMb: 64 },
    })
    const end = (act: () => void) => {
      clearTimeout(clock)
      act()
      void thread.terminate()
    }
    const clock = setTimeout(() => end(() => reject(new TooMuchToRead())), msMax)
    thread.once('message', (read) => end(() => resolve(read)))
    thread.once('error', (error: Error) =>
      end(() => reject(isTooMuch(error) ? new TooMuchToRead() : error)),
    )
    // Nothing that comes after an answer is heard.
    thread.once('exit', () => end(() => reject(new TooMuchToRead())))
  })

/**
 * Who may read now. Each sender has one place at most, and whoever was told to come again goes before those who came
 * later: otherwise two who send one file after the other would keep everybody else out.
 */
const places = ({ atOnce, keptMs, now }: Limits) => {
  const reading = new Set<string>()
  const turnedAway = new Map<string, number>()
  const isTurn = (sender: string): boolean => {
    for (const [one, until] of turnedAway) if (until < now()) turnedAway.delete(one)
    const before = [...turnedAway.keys()].filter((one) => !reading.has(one))
    const ahead = before.includes(sender) ? before.indexOf(sender) : before.length
    return !reading.has(sender) && reading.size + ahead < atOnce
  }
  return {
    take: (sender: string): void => {
      if (!isTurn(sender)) {
        // Whoever comes again keeps the place in the line, and whoever reads already stands in none.
        if (!reading.has(sender)) turnedAway.set(sender, now() + keptMs)
        throw new ReaderBusy()
      }
      turnedAway.delete(sender)
      reading.add(sender)
    },
    leave: (sender: string): void => void reading.delete(sender),
  }
}

/** Reads what was sent away from the thread that answers people, a few files at once. */
export const readerOnNode = (given: Partial<Limits> = {}): Reader => {
  const limits = { ...usual, ...given }
  const { take, leave } = places(limits)
  const readFor =
    (sender: string) =>
    async <Answer>(what: Asked['what'], ...of: readonly unknown[]): Promise<Answer> => {
      take(sender)
      try {
        return (await inThread({ what, of }, limits)) as Answer
      } finally {
        leave(sender)
      }
    }
  const readerOf = (sender: string): Omit<Reader, 'of'> => {
    const read = readFor(sender)
    return {
      list: (kind, bytes, currency) => read('list', kind, bytes, currency),
      bankRows: (bytes) => read('bankRows', bytes),
      book: (sent) => read('book', sent),
    }
  }
  return { ...readerOf('nobody'), of: readerOf }
}
