import { createHash } from 'node:crypto'
import { appendFileSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { BaseSequencer, type TestSpecification, createVitest } from 'vitest/node'
import { type Left, writeSection } from '#test/mutants/page.ts'
import { rooms } from '#test/mutants/rooms.ts'
import { type Slip, withSlips } from '#test/mutants/slips.ts'

/*
 * Plants small faults in a room or a file, one at a time, and lists those that no test notices:
 * npm run test:mutants -- relief [--sample=200] [--fresh] [--again] [--write]
 */

const [room = '', ...flags] = process.argv.slice(2)
const sampleMax = Number(flags.find((flag) => flag.startsWith('--sample='))?.slice(9) ?? Infinity)
const { mutated, tests } = rooms[room] ?? { mutated: [room], tests: ['test/**/*.test.ts'] }
const folder = '.cache/mutants'
const [log, plan] = ['log', 'json'].map((end) =>
  resolve(folder, `${room.replaceAll('/', '-')}.${end}`),
) as [string, string]
mkdirSync(folder, { recursive: true })
writeFileSync(log, '', { flag: flags.includes('--fresh') ? 'w' : 'a' })

const withAllOf = new Map<string, string>()
const slips = new Map<string, Slip & { readonly path: string }>()
for (const path of globSync(mutated).toSorted()) {
  const text = readFileSync(path, 'utf8')
  const { text: withAll, slips: some } = withSlips(text, slips.size)
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 6)
  withAllOf.set(resolve(path), withAll)
  for (const [n, slip] of some.entries()) slips.set(`${path}@${hash}#${n}`, { ...slip, path })
}
const keys = [...slips.keys()]
/** Drawn by the hash of its place, so that whoever asks again is answered about the same ones. */
const lotOf = (key: string): string =>
  createHash('sha256').update(key.replace(/@\w+/, '')).digest('hex')
const lots = new Map(keys.map((key) => [key, lotOf(key)]))
const tried = keys
  .toSorted((a, b) => (lots.get(a)! < lots.get(b)! ? -1 : 1))
  .slice(0, sampleMax)
  .toSorted((a, b) => keys.indexOf(a) - keys.indexOf(b))
writeFileSync(plan, JSON.stringify({ keys, tried, log }))
process.env['SLIPS'] = plan

const near = tests.flatMap((glob) => globSync(glob).toSorted())
class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification): number =>
      near.findIndex((path) => moduleId === resolve(path))
    return files.toSorted((a, b) => placeOf(a) - placeOf(b))
  }
}
const vitest = await createVitest(
  'test',
  {
    watch: false,
    include: near,
    runner: './test/mutants/trying.ts',
    isolate: false,
    // Slips are put in where modules are handed on, and what is kept of one between runs knows nothing of them.
    experimental: { viteModuleRunner: true },
    fsModuleCache: false,
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
        transform: (_: string, id: string) => withAllOf.get(id.split('?')[0]!),
      },
    ],
  },
)
const linesOf = (what: string): string[][] =>
  readFileSync(log, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([first]) => first === what)
const unnoticed = (): string[] => {
  const noticed = new Set(linesOf('noticed').map(([, key]) => key))
  return tried.filter((key) => !noticed.has(key))
}
const isNoticedIn = async (file: string): Promise<boolean> => {
  await vitest.start([file])
  // What was told of other files before stands there still.
  return vitest.state.getFiles([resolve(file)]).some(({ result }) => result?.state === 'fail')
}

await vitest.start()
if (flags.includes('--again'))
  for (const key of unnoticed()) {
    vitest.provide('slip', keys.indexOf(key))
    const by = linesOf('seen').filter(([, , seen = '']) => seen.split(' ').includes(key))
    for (const file of [...new Set(by.map(([, name = '']) => name))].slice(0, 6))
      if (await isNoticedIn(file)) {
        appendFileSync(log, `noticed\t${key}\t${file} from the start\n`)
        break
      }
  }
await vitest.close()

const seen = new Set(linesOf('seen').flatMap(([, , some = '']) => some.split(' ')))
const left: Left[] = unnoticed().map((key) => ({ ...slips.get(key)!, isSeen: seen.has(key) }))
for (const { path, line, was, is, isSeen } of left)
  process.stdout.write(
    `${isSeen ? 'unnoticed' : 'unseen   '} ${join(path)}:${line}  ${was.replaceAll(/\s+/g, ' ')}  ->  ${is.replaceAll(/\s+/g, ' ') || 'nothing'}\n`,
  )
const [places, trials] = [keys.length, tried.length]
const share = (100 * (trials - left.length)) / trials
process.stdout.write(
  `${room}: ${trials - left.length} of ${trials} noticed, ${share.toFixed(1)} %, drawn from ${places}\n`,
)
if (flags.includes('--write')) writeSection(room, { places, planted: trials, left })
