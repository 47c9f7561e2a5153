/*
 * Time as this process has lived it. A machine that is busy with others keeps a test waiting for as long as it likes:
 * what is counted here is what the code waited for or worked, so that a limit tells of the code and of nothing else.
 */

const msOf = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000

/** What came of a work, and how long processors worked on it, in milliseconds. */
export const costOf = async <T>(work: () => T | Promise<T>): Promise<{ done: T; ms: number }> => {
  const before = process.cpuUsage()
  const done = await work()
  return { done, ms: msOf(process.cpuUsage(before)) }
}

const stepMs = 10

type OwnTime = {
  /** Milliseconds since it was begun. */
  readonly ms: () => number
  readonly stop: () => void
}

/**
 * A clock that goes on by a step whenever a timer of this process rings, and by what this thread has worked since: it
 * stands still while the process waits for its turn. Never ahead of the clock on the wall.
 */
export const ownTime = (): OwnTime => {
  let ms = 0
  let ringAt = performance.now()
  let worked = process.threadCpuUsage()
  const since = (): number =>
    Math.min(performance.now() - ringAt, stepMs + msOf(process.threadCpuUsage(worked)))
  const timer = setInterval(() => {
    ms += since()
    ringAt = performance.now()
    worked = process.threadCpuUsage()
  }, stepMs)
  timer.unref()
  return { ms: () => ms + since(), stop: () => clearInterval(timer) }
}
