import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { StorageUnavailable } from '#domain/ports.ts'
import { sqliteLeaves } from '#infra/cases/sqlite-leaves.ts'
import { fresh } from '#test/contract/leaves-suite.ts'

/*
 * A process of its own that keeps one leaf after another and says each that is kept, until so many could not be kept;
 * each third leaf is written over at once, so that what is said is what stands there in the end.
 */

const [path, countText, failuresText] = process.argv.slice(2) as [string, string, string]
const restMs = 20
const leaves = sqliteLeaves({ path, create: true, restMs, deadlineMs: 60_000 })
let failures = Number(failuresText)
let kept = 0

for (let n = 0; kept < Number(countText) && failures > 0; n += 1) {
  const [first, next] = [fresh(), fresh()]
  try {
    await leaves.change([first])
    const stands = n % 3 === 0 ? next.sealed : first.sealed
    if (n % 3 === 0)
      await leaves.change([{ id: first.id, seen: first.sealed, sealed: next.sealed }])
    kept += 1
    console.log(`kept ${first.id} ${createHash('sha256').update(stands).digest('hex')}`)
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error
    failures -= 1
    console.log('unavailable')
    await setTimeout(2 * restMs)
  }
}
await leaves.close()
