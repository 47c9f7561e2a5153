import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { type RunnerTestCase, type RunnerTestFile, type RunnerTestSuite, TestRunner } from 'vitest'
import { running } from '#test/edge/running.ts'
import { ownTime } from '#test/support/own-time.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The one slip that is switched on from the start. */
    readonly slip: number
  }
}

/** What a run is handed: the slips by number, and where it writes down which were noticed. */
export type Tried = {
  readonly keys: readonly string[]
  readonly tried: readonly string[]
  /** How many tests are asked about one slip at most. */
  readonly triesMax: number
  readonly log: string
  /** By test file the files with slips that it loads. */
  readonly reach: Readonly<Record<string, readonly string[]>>
}

const { keys, tried, triesMax, log, reach } = JSON.parse(
  readFileSync(process.env['SLIPS']!, 'utf8'),
) as Tried
const numberOf = new Map(keys.map((key, n) => [key, n]))
const pathOf = (key: string): string => key.split('@')[0]!
const none = -1
/** A test that takes longer is not taken again for each slip; and one test is taken again for so long at most. */
const [longMs, againMs] = [2_500, 20_000]

const clock = ownTime()

const now = {
  active: none,
  asked: 0,
  askedMax: Infinity,
  endsAt: Infinity,
  seen: new Uint8Array(keys.length),
}
const seenInFile = new Uint8Array(keys.length)
Object.assign(globalThis, {
  __slip: (n: number): boolean => {
    now.asked += 1
    // Numbers that grow with each turn take ever longer over a turn: those are few, and the time is over.
    if (now.asked > now.askedMax || (now.active !== none && performance.now() > now.endsAt))
      throw new Error('a slip made this run for ever')
    now.seen[n] = 1
    return now.active === n
  },
})

/** Of programs that a test starts: what is on there, and what they came by (`elsewhere.ts`). */
const [onThere, seenThere] = [`${process.env['SLIPS']}.on`, `${process.env['SLIPS']}.seen`]
/** Of Workers that run: what they came by since they were last told which slip is on. */
const toldWorkers = async (slip: number): Promise<readonly number[]> => {
  const told = [...running].map(async (url) => {
    // One that hangs or is gone has nothing to say.
    const signal = AbortSignal.timeout(10_000)
    const answer = await fetch(`${url}/__slip/${slip}`, { signal }).catch(() => undefined)
    return answer?.ok ? ((await answer.json()) as number[]) : []
  })
  return (await Promise.all(told)).flat()
}
const switchOn = async (active: number, askedMax = Infinity, endsAt = Infinity): Promise<void> => {
  Object.assign(now, { active, asked: 0, askedMax, endsAt })
  writeFileSync(onThere, String(active))
  await toldWorkers(active)
}
const readSeenElsewhere = async (): Promise<void> => {
  const lines = readFileSync(seenThere, 'utf8').split('\n')
  const seen = lines.flatMap((n) => (n === '' ? [] : [Number(n)]))
  for (const n of [...seen, ...(await toldWorkers(none))]) now.seen[n] = 1
  writeFileSync(seenThere, '')
}

/** Also of those that were not drawn: nobody has to look for them. */
const isNoticed = new Uint8Array(keys.length).fill(1)
for (const key of tried) isNoticed[numberOf.get(key)!] = 0
const readLog = (): void => {
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    const [what, key = ''] = line.split('\t')
    const n = numberOf.get(key)
    if (what === 'noticed' && n !== undefined) isNoticed[n] = 1
  }
}

const tries = new Uint16Array(keys.length)
const isLive = (n: number): boolean => isNoticed[n] === 0 && tries[n]! < triesMax
const triedNumbers = tried.map((key) => numberOf.get(key)!)
/** Whether a test file could notice something that nobody has noticed yet. */
const isNeeded = ({ name }: RunnerTestFile): boolean =>
  triedNumbers.some((n) => isLive(n) && reach[name]?.includes(pathOf(keys[n]!)))

const within = async (ms: number, work: () => unknown): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error('a slip made this wait for ever')), ms)
  })
  await Promise.race([Promise.resolve().then(work), late]).finally(() => clearTimeout(timer))
}
const passes = async (work: () => Promise<void>): Promise<boolean> =>
  work().then(
    () => true,
    () => false,
  )

const suitesOf = (suite: RunnerTestSuite): readonly RunnerTestSuite[] =>
  'filepath' in suite ? [suite] : [...suitesOf(suite.suite ?? suite.file), suite]
/** A test asked once more begins where it began the first time: what its file does after and before each is done between. */
const anew = async (test: RunnerTestCase): Promise<void> => {
  const suites = suitesOf(test.suite ?? test.file)
  for (const suite of suites.toReversed())
    for (const hook of TestRunner.getSuiteHooks(suite).afterEach.toReversed())
      await hook(test.context, suite)
  for (const suite of suites)
    for (const hook of TestRunner.getSuiteHooks(suite).beforeEach) await hook(test.context, suite)
}

/** Runs each test as it is, and then once more for each slip that it comes by and nobody has noticed yet. */
// eslint-disable-next-line import/no-default-export -- the runner of vitest is one
export default class Trying extends TestRunner {
  onBeforeCollect = async (): Promise<void> => {
    readLog()
    await switchOn(Number(this.injectValue('slip') ?? none))
    writeFileSync(seenThere, '')
  }

  override async onBeforeRunSuite(suite: RunnerTestSuite): Promise<void> {
    if (now.active === none && 'filepath' in suite && !isNeeded(suite as RunnerTestFile))
      suite.mode = 'skip'
    await super.onBeforeRunSuite(suite)
  }

  private async keepSeen(): Promise<void> {
    await readSeenElsewhere()
    for (const [n, is] of now.seen.entries()) seenInFile[n]! |= is
    now.seen.fill(0)
  }

  async runTask(test: RunnerTestCase): Promise<void> {
    const work = TestRunner.getTestFn(test) as () => Promise<void>
    const again = async (): Promise<void> => {
      await anew(test)
      await work()
    }
    if (now.active !== none) return work()
    if (!isNeeded(test.file)) return
    await this.keepSeen()
    const begun = clock.ms()
    now.asked = 0
    await work()
    const took = clock.ms() - begun
    await readSeenElsewhere()
    const live = keys.flatMap((_, n) => (now.seen[n] === 1 && isLive(n) ? [n] : []))
    const askedMax = now.asked * 50 + 100_000
    const asItIs = (): Promise<boolean> => passes(again)
    if (live.length > 0 && took < longMs && (await asItIs()))
      for (const n of live) {
        if (clock.ms() - begun > againMs) break
        tries[n]! += 1
        const longest = 10_000 + 40 * took
        await switchOn(n, askedMax, performance.now() + longest)
        const isBlind = await passes(() => within(longest, again))
        await switchOn(none)
        if (isBlind) continue
        // What a slip leaves behind must not be taken for the next one.
        if (!(await asItIs())) break
        isNoticed[n] = 1
        appendFileSync(log, `noticed\t${keys[n]}\t${test.file.name} > ${test.name}\n`)
      }
    await this.keepSeen()
  }

  override async onAfterRunSuite(suite: RunnerTestFile): Promise<void> {
    await super.onAfterRunSuite(suite)
    if (!('filepath' in suite) || now.active !== none) return
    await this.keepSeen()
    const seen = tried.filter((key) => seenInFile[numberOf.get(key)!] === 1)
    seenInFile.fill(0)
    appendFileSync(log, `seen\t${suite.name}\t${seen.join(' ')}\n`)
  }
}
