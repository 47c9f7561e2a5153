import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { inventNetwork } from '#src/app/demo/network.ts'
import { foundAmongFirst, precisions, rankedBy } from '#test/support/ranking.ts'

/*
 * How well the ranking finds what somebody did to a made network: node test/support/ranking-print.ts 300 3 7
 */

const [funds = 300, years = 3, seed = 7, most = 24] = process.argv.slice(2).map(Number)
const until = '2026-03-01'
const store = memoryStore()
const plan = {
  seed: String(seed),
  until,
  years,
  funds,
  members: { least: Math.ceil(most / 2), most },
}
const made = await inventNetwork(store, sha256, plan)
const ranked = await rankedBy(store, made, until)
const say = (line: string): void => void process.stdout.write(`${line}\n`)

say(`${funds} funds, ${years} year(s), seed ${seed}: ${made.entries} entries`)
for (const percent of [10, 15, 20])
  say(
    `frauds in the first ${percent} % of visits: ${foundAmongFirst(ranked, percent).toFixed(0)} %`,
  )
say('sign: funds in which it is seen, and of those with a fraud')
for (const { sign, seen, right } of precisions(ranked))
  if (seen > 0) say(`${sign}: ${seen}, ${right} (${((right * 100) / seen).toFixed(0)} %)`)
say('funds by how they go: letters, and the mean of their points')
for (const [name, some] of Map.groupBy(ranked, ({ kind, fraud }) => fraud ?? kind)) {
  const letters = some.map(({ letter }) => letter).toSorted()
  const mean = some.reduce((sum, { points }) => sum + points, 0) / some.length
  say(`${name}: ${letters.join('')}, ${mean.toFixed(1)}`)
}
