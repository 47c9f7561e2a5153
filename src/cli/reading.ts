import { Worker } from 'node:worker_threads'
import { type Reader, ReaderBusy, TooMuchToRead } from '#src/exchange/reader.ts'

/** What is read, and what of: `src/cli/reading-worker.ts` is told it when it starts. */
export type Asked = {
  readonly what: keyof Reader
  readonly of: readonly unknown[]
}

type Limits = {
  /** How many files are read at once; whoever comes then comes again later. */
  readonly atOnce: number
  readonly msMax: number
  readonly heapMiB: number
}

const usual: Limits = { atOnce: 2, msMax: 30_000, heapMiB: 512 }

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

/** Reads what was sent away from the thread that answers people, a few files at once. */
export const readerOnNode = (given: Partial<Limits> = {}): Reader => {
  const limits = { ...usual, ...given }
  let reading = 0
  const read = async <Answer>(what: keyof Reader, ...of: readonly unknown[]): Promise<Answer> => {
    if (reading >= limits.atOnce) throw new ReaderBusy()
    reading += 1
    try {
      return (await inThread({ what, of }, limits)) as Answer
    } finally {
      reading -= 1
    }
  }
  return {
    list: (kind, bytes, currency) => read('list', kind, bytes, currency),
    bankRows: (bytes) => read('bankRows', bytes),
    book: (sent) => read('book', sent),
  }
}
