import { setTimeout } from 'node:timers/promises'
import { StorageUnavailable } from '#domain/ports.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { sha256 } from '#infra/system/system.ts'
import {
  admission,
  founding,
  memberId,
  officer,
  recorderOn,
  shares,
} from '#test/contract/village-life.ts'
import { ownTime } from '#test/support/own-time.ts'

/*
 * A process of its own, started under a limit on the size of its files: records one batch after
 * another, tells each answer as a line of JSON, and stops after so many failures.
 */

export type WriteReport = {
  readonly n: number
  readonly ms: number
  readonly seq?: number
  readonly hash?: string
  readonly failure?: string
  readonly cause?: string
}

const [path, failuresText] = process.argv.slice(2) as [string, string]
const failuresMax = Number(failuresText)
const fund = 'fund-a'
const batchLength = 20
const restMs = 100

const tell = (told: WriteReport): void => console.log(JSON.stringify(told))

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

const store = await sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000 })
const record = recorderOn(store)
await record(fund, [founding(1), admission(2, 1)], officer)

let failures = 0
for (let n = 100; failures < failuresMax; n += batchLength) {
  const commands = Array.from({ length: batchLength }, (_, i) => shares(n + i, 1))
  const time = ownTime()
  try {
    const answers = await record(fund, commands, officer)
    const ms = time.ms()
    for (const [i, answer] of answers.entries()) {
      if (!('seq' in answer)) throw new Error(`${memberId(1)}: ${answer.outcome}`)
      tell({ n: n + i, ms, seq: answer.seq, hash: answer.hash })
    }
  } catch (error) {
    const ms = time.ms()
    if (!(error instanceof StorageUnavailable)) throw error
    tell({ n, ms, failure: error.message, cause: codeOf(error.cause) })
    failures += 1
    await setTimeout(restMs)
  } finally {
    time.stop()
  }
}
await store.close()
