import { createHash } from 'node:crypto'
import { appendFileSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { BaseSequencer, type TestSpecification, createVitest } from 'vitest/node'
import { type Slip, withSlips } from '#test/mutants/slips.ts'
import { type Room, rooms } from '#test/mutants/rooms.ts'

/*
 * Plants small faults in a room, one at a time, and counts those that a test notices:
 * npm run test:mutants -- relief            a room, with the tests near it
 * npm run test:mutants -- relief --fresh    forgets what was noticed before
 */

const folder = '.cache/mutants'
const [room = '', ...flags] = process.argv.slice(2)
const wholeHouse: Room = { mutated: [room], tests: ['test/**/*.test.ts'] }
const { mutated, tests } = rooms[room] ?? wholeHouse
mkdirSync(folder, { recursive: true })
const log = join(folder, `${room.replaceAll('/', '-')}.log`)
if (flags.includes('--fresh')) writeFileSync(log, '')
appendFileSync(log, '')

const planned = new Map<string, string>()
const slips = new Map<string, Slip & { readonly path: string }>()
for (const path of globSync(mutated).toSorted()) {
  const text = readFileSync(path, 'utf8')
  const of = withSlips(text, slips.size)
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 6)
  planned.set(resolve(path), of.text)
  for (const [n, slip] of of.slips.entries()) slips.set(`${path}@${hash}#${n}`, { ...slip, path })
}
const plan = resolve(folder, `${room.replaceAll('/', '-')}.json`)
writeFileSync(plan, JSON.stringify({ keys: [...slips.keys()], log: resolve(log) }))
process.env['SLIPS'] = plan

const near = tests.flatMap((glob) => globSync(glob).toSorted())
class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number =>
      near.findIndex((path) => moduleId.endsWith(path))
    return files.toSorted((a, b) => place(a) - place(b))
  }
}

const vitest = await createVitest(
  'test',
  {
    watch: false,
    include: near,
    runner: './test/mutants/trying.ts',
    isolate: false,
    maxWorkers: 1,
    sequence: { sequencer: NearestFirst },
    dangerouslyIgnoreUnhandledErrors: true,
    reporters: [],
  },
  {
    plugins: [
      {
        name: 'slips',
        enforce: 'pre',
        transform: (_code: string, id: string) => planned.get(id.split('?')[0]!),
      },
    ],
  },
)
const lines = (what: string): string[][] =>
  readFileSync(log, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([first]) => first === what)
const unnoticed = (): string[] => {
  const noticed = new Set(lines('noticed').map(([, key]) => key))
  return [...slips.keys()].filter((key) => !noticed.has(key))
}

await vitest.start()

/** What runs before the tests of a file, or leaves something behind, is tried once more from the start, on its own. */
if (flags.includes('--again'))
  for (const key of unnoticed()) {
    const seenBy = lines('seen').filter(([, , keys = '']) => keys.split(' ').includes(key))
    const files = [...new Set(seenBy.map(([, file]) => file!))]
    for (const file of files.slice(0, 8)) {
      vitest.provide('slip' as never, [...slips.keys()].indexOf(key) as never)
      await vitest.start([file])
      if (vitest.state.getFiles().some(({ result }) => result?.state === 'fail')) {
        appendFileSync(log, `noticed\t${key}\t${file} from the start\n`)
        break
      }
    }
  }
await vitest.close()

const seen = new Set(lines('seen').flatMap(([, , keys = '']) => keys.split(' ')))
const left = unnoticed()
for (const key of left) {
  const { path, line, was, is } = slips.get(key)!
  const how = seen.has(key) ? 'unnoticed' : 'unseen   '
  const short = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 90)
  process.stdout.write(`${how} ${path}:${line}  ${short(was)}  ->  ${short(is) || 'nothing'}\n`)
}
const share = ((slips.size - left.length) / slips.size) * 100
process.stdout.write(
  `${room}: ${slips.size - left.length} of ${slips.size} noticed, ${share.toFixed(1)} %\n`,
)
