import { pauses } from '#src/app/turns.ts'

/*
 * How many letters of a network's boxes nobody has answered. A letter is told from another sealed file by opening it alone, and
 * nothing beside it may say how many there are or of which fund (ADR 92). So they are opened behind the answer, once each, and
 * counted in memory; what this process writes is followed at once, what others write is read again within a minute (ADR 165).
 */

/** A sealed row, and the fund whose letter in it waits for an answer; undefined where it is anything else. */
type Known = { readonly sealed: string; readonly fundId: string | undefined }

type Reading = {
  readonly rows: () => Promise<readonly { readonly code: string; readonly sealed: string }[]>
  /** The fund whose waiting letter is in a row. */
  readonly open: (code: string, sealed: string) => Promise<string | undefined>
}

export type LettersWaiting = {
  /** So many letters wait in the boxes of these funds; undefined until they were counted. */
  readonly count: (fundIds: ReadonlySet<string>) => number | undefined
  /** Reads behind the answer what others may have written since the last time. */
  readonly begin: (reading: Reading, now: string) => void
  /** A row was written, or dropped where nothing is given. */
  readonly follow: (code: string, row: Known | undefined) => void
  readonly settled: () => Promise<void>
}

const keptMs = 60_000

const lettersWaitingOf = (): LettersWaiting => {
  let known: Map<string, Known> | undefined
  let readAt = Number.NEGATIVE_INFINITY
  let running: Promise<void> | undefined
  /** What was written here while the rows were read. */
  const written = new Map<string, Known | undefined>()

  const readAll = async ({ rows, open }: Reading): Promise<void> => {
    // Whoever asked is answered first.
    await new Promise((go) => setTimeout(go, 0))
    written.clear()
    const found = new Map<string, Known>()
    const pause = pauses()
    for (const { code, sealed } of await rows()) {
      await pause()
      const before = known?.get(code)
      const isSame = before?.sealed === sealed
      found.set(code, isSame ? before : { sealed, fundId: await open(code, sealed) })
    }
    known = found
    for (const [code, row] of written) follow(code, row)
  }

  const follow: LettersWaiting['follow'] = (code, row) => {
    if (running) written.set(code, row)
    if (row) known?.set(code, row)
    else known?.delete(code)
  }

  return {
    count: (fundIds) =>
      known &&
      [...known.values()].filter(({ fundId }) => fundId !== undefined && fundIds.has(fundId))
        .length,
    begin: (reading, now) => {
      const at = Date.parse(now)
      if (running || at - readAt < keptMs) return
      readAt = at
      // What cannot be read now is read at the next asking.
      running = readAll(reading)
        .catch(() => {
          readAt = Number.NEGATIVE_INFINITY
        })
        .finally(() => {
          running = undefined
        })
    },
    follow,
    settled: async () => running,
  }
}

const keepers = new WeakMap<object, Map<string, LettersWaiting>>()

/** One a store and network. */
export const lettersWaitingIn = (store: object, networkId: string): LettersWaiting => {
  const ofStore = keepers.get(store) ?? new Map<string, LettersWaiting>()
  keepers.set(store, ofStore)
  const keeper = ofStore.get(networkId) ?? lettersWaitingOf()
  ofStore.set(networkId, keeper)
  return keeper
}
