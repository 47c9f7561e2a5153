/*
 * Keeps leaves in a file of cases as fast as it can, and lets some go again. Into a second file it says before and after:
 * `keep` and `kept`, `drop` and `gone`, with the id and the hash of the bytes.
 */
import { createHash } from 'node:crypto'
import { openSync, writeSync } from 'node:fs'
import { sqliteLeaves } from '#infra/cases/sqlite-leaves.ts'
import { leafBytes } from '#domain/cases/leaves.ts'
import { chanceOf } from '#test/support/oracle/chance.ts'
import { sha256 } from '#infra/system/system.ts'

const [path = '', heardPath = ''] = process.argv.slice(2)
const leaves = sqliteLeaves({ path, create: true, deadlineMs: 60_000 })
const heard = openSync(heardPath, 'a')
const chance = chanceOf(5)
const idOf = (n: number): string => sha256(`leaf ${n}`).slice(0, 32)
const bytesOf = (n: number): Uint8Array => new Uint8Array(leafBytes).fill(1 + (n % 250))
const hashOf = (n: number): string => createHash('sha256').update(bytesOf(n)).digest('hex')
const say = (what: string, n: number): void =>
  void writeSync(heard, `${what} ${idOf(n)} ${hashOf(n)}\n`)

const there: number[] = []
for (let n = 0; n < 3000; n += 1) {
  say('keep', n)
  await leaves.change([{ id: idOf(n), seen: undefined, sealed: bytesOf(n) }])
  say('kept', n)
  there.push(n)
  if (!chance.happens(40)) continue
  const [goes] = there.splice(chance.whole(0, there.length - 1), 1)
  say('drop', goes!)
  await leaves.change([{ id: idOf(goes!), seen: bytesOf(goes!), sealed: undefined }])
  say('gone', goes!)
}
await leaves.close()
