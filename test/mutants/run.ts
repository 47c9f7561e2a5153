import { createHash } from 'node:crypto'
import { appendFileSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { BaseSequencer, type TestSpecification, createVitest } from 'vitest/node'
import { layHouse } from '#test/mutants/house.ts'
import { type Left, reasonOf, writeSection } from '#test/mutants/page.ts'
import { nearnessOf, reachOf } from '#test/mutants/reach.ts'
import { type Room, rooms } from '#test/mutants/rooms.ts'
import { type Slip, withSlips } from '#test/mutants/slips.ts'
import { villageDay } from '#test/support/today.ts'
import { wholeTests } from '#test/mutants/whole.ts'
import type { Tried } from '#test/mutants/trying.ts'

/*
 * Plants small faults in a room or a file, one at a time, and lists those that no test notices:
 * npm run test:mutants -- relief [--sample=200] [--tries=60] [--near=8] [--fresh] [--again] [--whole[=PATH]] [--only=test/x] [--write] [--page]
 * (`--only` asks the tests alone whose paths begin so; `--page` asks no test and writes what is known, with the reasons as they are now)
 */

const [room = '', ...flags] = process.argv.slice(2)
const said = (name: string): string | undefined =>
  flags.find((flag) => flag.startsWith(`--${name}=`))?.split('=')[1]
const numberOf = (name: string, usual: number): number => Number(said(name) ?? usual)
const sampleMax = numberOf('sample', Infinity)
/** What so many tests have come by and not noticed, nearest first, is not asked of those that are farther. */
const triesMax = numberOf('tries', 60)
/** Of a room that the whole house comes by, so many tests are asked about a file: those that have most of its name. */
const nearMax = numberOf('near', Infinity)
const elsewhere: Room = { mutated: [room], tests: ['test/**/*.test.ts'] }
const { mutated, tests, isBundled, whole = {} } = rooms[room] ?? elsewhere
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

/** What draws a hundred cases of its own costs more than it tells here: it is asked after the others that are as near. */
const drawsLast = (paths: readonly string[]): readonly string[] => {
  const isDrawn = (path: string): boolean => readFileSync(path, 'utf8').includes('fc.assert')
  return [...paths.filter((path) => !isDrawn(path)), ...paths.filter(isDrawn)]
}
const pathOf = (key: string): string => slips.get(key)!.path
/** Which of the files with a slip each test loads: the others it need not be asked about, and a test of none not at all. */
const reach = new Map(
  [...new Set(tests.flatMap((glob) => drawsLast(globSync(glob).toSorted())))].map((path) => {
    const loaded = reachOf(path)
    return [path, [...new Set(tried.map(pathOf))].filter((one) => loaded.has(one))] as const
  }),
)
if (nearMax < Infinity) {
  const nearestTo = (path: string): readonly string[] =>
    [...reach.keys()]
      .filter((test) => reach.get(test)!.includes(path))
      .toSorted((a, b) => nearnessOf(path, b) - nearnessOf(path, a))
      .slice(0, nearMax)
  const asked = new Map([...new Set(tried.map(pathOf))].map((path) => [path, nearestTo(path)]))
  for (const [test, reached] of reach)
    reach.set(
      test,
      reached.filter((path) => asked.get(path)!.includes(test)),
    )
}
const near = [...reach].flatMap(([path, reached]) =>
  reached.length > 0 && path.startsWith(said('only') ?? '') ? [path] : [],
)
const told: Tried = { keys, tried, triesMax, log, reach: Object.fromEntries(reach) }
writeFileSync(plan, JSON.stringify({ ...told, withAllOf: Object.fromEntries(withAllOf) }))
process.env['SLIPS'] = plan
process.env['SLIPS_LOADED_BY'] = ['handing-on.ts', 'elsewhere.ts']
  .map((name) => `--import=${resolve('test/mutants', name)}`)
  .join(' ')

if (isBundled && !flags.includes('--page')) {
  process.env['SLIPS_HOUSE'] = resolve(folder, 'house')
  layHouse(process.env['SLIPS_HOUSE'], withAllOf)
}

class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification): number =>
      near.findIndex((path) => moduleId === resolve(path))
    return files.toSorted((a, b) => placeOf(a) - placeOf(b))
  }
}
const vitest = await createVitest('test', {
  watch: false,
  include: near,
  runner: './test/mutants/trying.ts',
  isolate: false,
  execArgv: ['--max-semi-space-size=64', '--import', resolve('test/mutants/handing-on.ts')],
  maxWorkers: 1,
  sequence: { sequencer: NearestFirst },
  dangerouslyIgnoreUnhandledErrors: true,
  reporters: [],
})
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

/** With `--whole` alone of every file that is left, with a path of those alone that begin so. */
const wholeOf = flags.find((flag) => flag.startsWith('--whole'))?.replace(/^--whole=?/, '')
if (!flags.includes('--page') && wholeOf === undefined) await vitest.start()
if (flags.includes('--again'))
  for (const key of unnoticed().filter((one) => !reasonOf(slips.get(one)!))) {
    vitest.provide('slip', keys.indexOf(key))
    // What an earlier run asked may be none of its tests any more.
    const by = linesOf('seen').filter(
      ([, name = '', seen = '']) => near.includes(name) && seen.split(' ').includes(key),
    )
    for (const file of [...new Set(by.map(([, name = '']) => name))].slice(0, 6))
      if (await isNoticedIn(file)) {
        appendFileSync(log, `noticed\t${key}\t${file} from the start\n`)
        break
      }
  }
await vitest.close()
if (wholeOf !== undefined) {
  const asked = wholeTests()
  for (const key of unnoticed().filter((one) => one.startsWith(wholeOf))) {
    const { path, ...slip } = slips.get(key)!
    const files = Object.entries(whole).flatMap(([of, some]) => (path.startsWith(of) ? some : []))
    const by = files.find((file) => asked.notices(file, path, slip))
    if (by !== undefined) appendFileSync(log, `noticed\t${key}\t${by} as a whole\n`)
  }
  asked.end()
}

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
if (flags.includes('--write') || flags.includes('--page')) {
  writeSection(room, { on: villageDay(), places, planted: trials, left })
}
