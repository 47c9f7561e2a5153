import type { Recorder } from '#src/app/record.ts'

/** Where progress is told: a terminal, or a file that shall hold none of it. */
type Terminal = { readonly isTTY?: boolean; readonly write: (text: string) => unknown }

const quietMs = 1000
const betweenMs = 250

/** Erases the line that the cursor is on. */
const clear = '\r\u001b[K'

/**
 * Hands on what comes and tells a terminal how far it is, once it has taken a second. A file or another program
 * is told nothing.
 */
export async function* counted<T>(
  items: AsyncIterable<T>,
  count: number,
  told: Terminal,
  now: () => number = Date.now,
): AsyncGenerator<T> {
  let [done, saidAt] = [0, now() + quietMs - betweenMs]
  let hasSaid = false
  for await (const item of items) {
    yield item
    done += 1
    if (told.isTTY !== true || now() - saidAt < betweenMs) continue
    told.write(`${clear}${done} of ${count}`)
    saidAt = now()
    hasSaid = true
  }
  if (hasSaid) told.write(clear)
}

/** Says on a terminal what is being done now; each step stands in place of the one before. */
export type Steps = { readonly say: (step: string) => void; readonly end: () => void }

/** Steps for a terminal alone: a file or another program is told nothing. */
export const stepsOn = (told: Terminal): Steps => {
  const write = (text: string): void => {
    if (told.isTTY === true) told.write(text)
  }
  return { say: (step) => write(`${clear}${step} …`), end: () => write(clear) }
}

/** Says nothing to anybody. */
export const silent: Steps = { say: () => undefined, end: () => undefined }

/** Records as `record` does, and says beforehand how many entries it tries or writes. */
export const saidBefore =
  (record: Recorder, { say }: Steps): Recorder =>
  (fundId, commands, options) => {
    say(`${options.dryRun === true ? 'Trying' : 'Writing'} ${commands.length} entries`)
    return record(fundId, commands, options)
  }
