import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { grown } from '#test/bench/growth.ts'
import { ways } from '#test/bench/journal.ts'
import { medianOf, over } from '#test/bench/measure.ts'
import { oldFund } from '#test/bench/old-fund.ts'
import { counted } from '#test/bench/schedules.ts'
import { weigh } from '#test/bench/sizes.ts'

const path = new URL('kept-ratios.json', import.meta.url)
type Ratios = Readonly<Record<string, number>>

const flat = [
  'a deposit, recorded',
  'own page of a household',
  'first page of a committee',
  'register of loans, after a deposit',
  'balance sheet, after a deposit',
  'health, after a deposit',
]

/** Ratios that do not hang on the disk, nor on how quick the machine is: more is better in each of them. */
const ratiosOf = async (folder: string): Promise<Ratios> => {
  const small = await oldFund(join(folder, 'small.db'), 2_500)
  const large = await oldFund(join(folder, 'large.db'), 7_500)
  const ratios: Record<string, number> = {}
  const found = await grown([small, large], 2, flat)
  for (const name of flat) {
    const [young, old] = found.get(name)!
    ratios[`${name}: a young fund / one three times as old`] = medianOf(over(young!, old!))
  }
  const { ours, orm, bare } = await ways(small, folder, { rounds: 2, commits: 15 })
  ratios["B3 MikroORM's unit of work / our journal"] = medianOf(over(orm, ours))
  ratios['B3 bare prepared statements / our journal'] = medianOf(over(bare, ours))
  const schedule = await counted('equal-instalment', 5)
  ratios['B7 decimal.js / our schedules'] = medianOf(over(schedule.plain, schedule.ours))
  const own = await weigh(small, 'household', 'me')
  ratios['B10 14 KiB / own page of a household'] =
    (14 * 1024) / (own.html + own.styles + own.scripts)
  await small.close()
  await large.close()
  return ratios
}

/**
 * Fails where a ratio is less than half of what was kept. `keeps` writes down what is there now instead, which whoever
 * made something quicker does.
 */
export const short = async (folder: string, keeps: boolean): Promise<void> => {
  const ratios = await ratiosOf(folder)
  if (keeps) {
    const rounded = Object.entries(ratios).map(([name, ratio]) => [name, Number(ratio.toFixed(2))])
    return writeFileSync(path, `${JSON.stringify(Object.fromEntries(rounded), null, 2)}\n`)
  }
  const kept = JSON.parse(readFileSync(path, 'utf8')) as Ratios
  const halved = Object.entries(kept).filter(([name, ratio]) => !(ratios[name]! * 2 >= ratio))
  for (const [name, ratio] of Object.entries(ratios))
    console.log(`${ratio.toFixed(2)} (kept ${kept[name] ?? 'none'}) ${name}`)
  if (halved.length === 0) return
  console.error(`Less than half of what was kept: ${halved.map(([name]) => name).join('; ')}`)
  process.exitCode = 1
}
