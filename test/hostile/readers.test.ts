import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Bytes,
  type ReaderOf,
  brokenOf,
  readers,
  textOf,
  utf8,
} from '#test/hostile/file-readers.ts'
import { handMade } from '#test/support/hand-made-workbook.ts'
import { reached } from '#test/support/reached.ts'

const isLong = process.env['TEST_BUDGET'] === 'ci'
/** Of whole books fewer: one costs as much as a hundred lists. */
const triesOf = (name: string): number => {
  const all = isLong ? 2000 : 80
  return /archive|paper book/.test(name) ? all / 8 : all
}

/** What one file may cost: time of this process's own, memory that is left at its end, and when it is said to have hung. */
const limits = { cpuMs: 1500, heapMiB: 128, waitMs: 60_000 } as const

const heapMiB = (): number => process.memoryUsage().heapUsed / 1_048_576

/** What is left once everything that nobody needs is gone. */
const keptMiB = (): number => {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
  return heapMiB()
}

/** What is wrong with how one file was read: an end that nobody has said, or what it cost. */
const wrongOnce = async (
  { read, mayEnd = () => false }: ReaderOf,
  bytes: Bytes,
): Promise<readonly string[]> => {
  const [cpu, heap] = [process.cpuUsage(), heapMiB()]
  const never = new Promise<readonly string[]>((resolve) =>
    setTimeout(resolve, limits.waitMs, ['never ended']).unref(),
  )
  const named = (error: unknown) => (mayEnd(error) ? [] : [`ended by ${String(error)}`])
  const reading = Promise.resolve().then(() => read(bytes))
  const ended = await Promise.race([never, reading.then(() => [], named)])
  const { user, system } = process.cpuUsage(cpu)
  return [
    ...ended,
    ...((user + system) / 1000 > limits.cpuMs ? ['took too long'] : []),
    ...(heapMiB() - heap > limits.heapMiB && keptMiB() - heap > limits.heapMiB
      ? ['took too much memory']
      : []),
  ]
}

/** Asked twice where it cost too much: what is cleared away meanwhile may be another's. */
const wrongWith = async (reader: ReaderOf, bytes: Bytes): Promise<readonly string[]> =>
  (await wrongOnce(reader, bytes)).length > 0 ? wrongOnce(reader, bytes) : []

/** What was tried, and what was wrong with it. */
const seen = { tried: 0, wrong: 0 }

const attacked = async (reader: ReaderOf, numRuns: number): Promise<string | undefined> => {
  const sound = await reader.sound()
  const run = await fc.check(
    fc.asyncProperty(brokenOf(sound), async (bytes) => {
      const wrong = await wrongWith(reader, bytes)
      seen.tried += 1
      seen.wrong += wrong.length
      if (wrong.length > 0) throw new Error(wrong.join('; '))
    }),
    { numRuns, seed: Number(process.env['TEST_SEED']), endOnFailure: true },
  )
  return run.failed ? (run.errorInstance as Error).message : undefined
}

test.each(Object.entries(readers))(
  '%s is read as it is sound, and broken in any way ends in an answer',
  async (name, reader) => {
    for (const bytes of await reader.sound()) expect(await wrongWith(reader, bytes)).toEqual([])
    expect(await attacked(reader, triesOf(name))).toBeUndefined()
  },
)

const gzipBomb = (): Bytes => new Uint8Array(gzipSync(Buffer.alloc(40_000_000, 'a')))
const sheetBomb = (): Bytes =>
  handMade([{ name: 'members', data: '', after: ' '.repeat(60_000_000) }]) as Bytes

test('files that are small and unpack to much end early', async () => {
  expect(await wrongWith(readers['an archive']!, gzipBomb())).toEqual([])
  expect(await wrongWith(readers['a workbook of members']!, sheetBomb())).toEqual([])
})

test('each reader was tried, and each sound file was read to something', async () => {
  for (const [name, { sound, read }] of Object.entries(readers)) {
    const [first] = await sound()
    const answer = JSON.stringify(await read(first!)) ?? ''
    expect([
      name,
      /^\[\{"file"|"faults":\[\{|"why"|"code":"(xml|alert)|"errors"/.test(answer),
    ]).toEqual([name, false])
  }
  const atLeast = Object.keys(readers).reduce((sum, name) => sum + triesOf(name), 0)
  const { tried: count, wrong: found } = seen
  reached({ promise: 'P11', tried: 'broken files', count, atLeast, found })
})

const plainly = { sound: async () => [utf8('a,b\n1,2\n')] }

test('a reader that throws, one that hangs on and one that keeps all of it are each found', async () => {
  const throws = { ...plainly, read: (bytes: Bytes) => JSON.parse(textOf(bytes)) as unknown }
  expect(await attacked(throws, 100)).toMatch('ended by SyntaxError')
  const slow = {
    ...plainly,
    read: () => {
      const from = process.cpuUsage()
      for (let spent = 0; spent <= limits.cpuMs;) {
        for (let i = 0; i < 1_000_000; i += 1) Math.sqrt(i)
        const { user, system } = process.cpuUsage(from)
        spent = (user + system) / 1000
      }
    },
  }
  expect(await wrongOnce(slow, utf8('x'))).toContain('took too long')
  const held: unknown[] = []
  const keeps = {
    ...plainly,
    // In parts: a list of more than thirty-two million is laid out as a dictionary, and filled a hundred times as slowly.
    read: () => {
      for (let part = 0; part < 2; part += 1) held.push(Array<number>(12_000_000).fill(1.5))
    },
  }
  // What files before it left is cleared away first: else it goes meanwhile, and hides what is kept.
  keptMiB()
  expect(await wrongOnce(keeps, utf8('x'))).toContain('took too much memory')
})

/** Of each reader so many broken files are read by a program that does nothing else. */
const alone = isLong ? 20 : 2
/** What a program of its own may have for its heap, its code among it, and how high its memory may rise in all. */
const peaks = { heapMiB: 160, fileMiB: 256 } as const

/** How high the memory of a program rose that reads files one after another, with each; fewer than files where its heap was too small. */
const raisedBy = (asked: readonly (readonly [reader: string, bytes: Bytes])[]): number[] => {
  const folder = mkdtempSync(join(tmpdir(), 'village-fund-files-'))
  try {
    const listed = asked.map(([reader, bytes], n) => {
      writeFileSync(join(folder, `${n}`), bytes)
      return [reader, join(folder, `${n}`)]
    })
    const program = join(import.meta.dirname, 'reading-alone.ts')
    const flags = ['--no-warnings', '--expose-gc', `--max-old-space-size=${peaks.heapMiB}`]
    const { stdout } = spawnSync(process.execPath, [...flags, program], {
      input: JSON.stringify(listed),
      encoding: 'utf8',
      timeout: asked.length * limits.waitMs,
    })
    return stdout.split('\n').filter(Boolean).map(Number)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const isLinux = process.platform === 'linux'

test.runIf(isLinux)('no file makes any reader take much more memory while it is read', async () => {
  const asked: (readonly [string, Bytes])[] = []
  for (const [name, { sound }] of Object.entries(readers).toReversed()) {
    const files = await sound()
    const seed = Number(process.env['TEST_SEED'])
    const broken = fc.sample(brokenOf(files), { numRuns: alone, seed })
    asked.push(...[...files, ...broken].map((bytes) => [name, bytes] as const))
  }
  asked.push(['an archive', gzipBomb()], ['a workbook of members', sheetBomb()])
  const raised = raisedBy(asked)
  console.log(`readers: at most ${Math.max(...raised)} MiB above where the program began`)
  expect(raised.length, asked[raised.length]?.[0]).toBe(asked.length)
  const found = raised.filter((mib) => mib > peaks.fileMiB).length
  const tried = 'files read by a program that does nothing else, the peak of its memory watched'
  const atLeast = Object.keys(readers).length * alone
  reached({ promise: 'P11', tried, count: raised.length, atLeast, found })
})

test.runIf(isLinux)(
  'a reader that makes much of a file is found, on the heap and beside it',
  () => {
    const [first, beside] = raisedBy([
      ['a text to the service', utf8('1')],
      ['much beside the heap', utf8('1')],
    ])
    expect(first).toBeLessThan(peaks.fileMiB)
    expect(beside).toBeGreaterThan(peaks.fileMiB)
    expect(raisedBy([['much on the heap', utf8('1')]])).toEqual([])
  },
)
