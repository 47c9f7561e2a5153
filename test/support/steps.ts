import { Session } from 'node:inspector/promises'
import { isByNature } from '#test/support/by-nature.ts'

/*
 * Counts work and not time: how often functions of the program, and turns of their loops, were gone through. A program that
 * prints them, so that nothing was compiled before it counts:
 *
 *   node test/support/steps.ts 8000 16000
 *
 * Of a fund of so many entries, every address that can be read, but for those that grow by their nature: asked again, and asked after a
 * deposit. One line of JSON.
 */

type Steps = { readonly again: number; readonly after: number }
export type StepsByPath = Readonly<Record<string, Steps>>

type Covered = {
  readonly url: string
  readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[]
}

/** What the store in memory does, and the test itself, is no work of the program. */
const isCounted = ({ url }: Covered): boolean =>
  url.startsWith('file:') && !/node_modules|\/test\/|\/infra\/memory\//.test(url)

const counting = async (): Promise<() => Promise<number>> => {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  return async () => {
    const { result } = await session.post('Profiler.takePreciseCoverage')
    return (result as readonly Covered[])
      .filter(isCounted)
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
      .reduce((sum, { count }) => sum + count, 0)
  }
}

const isOfEachMember = /\/share-out$/

const stepsOf = async (entries: number, taken: () => Promise<number>): Promise<StepsByPath> => {
  const { memoryStore } = await import('#infra/memory/store.ts')
  const { agedFund } = await import('#test/bench/old-fund.ts')
  const { everyRead } = await import('#test/support/every-read.ts')
  const fund = await agedFund(memoryStore(), entries)
  const by = { actor: 'test', device: 'test' }
  const deposit = () => fund.needs.record(fund.fundId, [fund.next()], by)
  await deposit()
  await taken()
  await deposit()
  const ofDeposit = await taken()
  const steps: Record<string, Steps> = { 'a deposit': { again: ofDeposit, after: ofDeposit } }
  for (const { path, ask } of await everyRead(fund)) {
    if (isByNature(path)) continue
    const asked = async (): Promise<number> => {
      await (await ask()).arrayBuffer()
      return taken()
    }
    fund.pass(3_000)
    await asked()
    const again = await asked()
    // What is worked out member by member is asked when all of them have put something in.
    const deposits = isOfEachMember.test(path) ? fund.members.length : 1
    for (let n = 0; n < deposits; n += 1) await deposit()
    // To count is what costs: what a deposit takes is the same each time, but for the letters of its sum.
    steps[path] = { again, after: (await asked()) - deposits * ofDeposit }
  }
  return steps
}

if (process.argv[1] === import.meta.filename) {
  const taken = await counting()
  const found: StepsByPath[] = []
  for (const entries of process.argv.slice(2)) found.push(await stepsOf(Number(entries), taken))
  console.log(JSON.stringify(found))
}
