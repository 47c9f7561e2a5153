import { StorageUnavailable } from '#domain/ports.ts'
import { postgresStore } from '#infra/db/postgres-store.ts'
import type { Answer } from '#src/app/answer.ts'
import { officer, recorderOn, shares } from '#test/contract/village-life.ts'

/*
 * A process of its own that writes: takes one line of JSON from standard input for each piece of work and
 * tells each answer as a line of JSON, with how often it was sent: what a fund was too busy for is sent again, as a phone does.
 */

export type WriteRequest = {
  readonly fundId: string
  readonly member: number
  readonly from: number
  readonly count: number
}
export type WriteAnswer = Answer & { readonly fundId: string; readonly tries: number }

const [url, deadlineMs = '20000'] = process.argv.slice(2) as [string, string?]
const bounds = { poolMax: 4, deadlineMs: Number(deadlineMs) }
const store = await postgresStore({ url, create: false, ...bounds })
const record = recorderOn(store)

const answerOf = async (fundId: string, n: number, member: number): Promise<WriteAnswer> => {
  for (let tries = 1; ; tries += 1) {
    try {
      const [answer] = await record(fundId, [shares(n, member)], officer)
      return { ...answer!, fundId, tries }
    } catch (error) {
      if (!(error instanceof StorageUnavailable)) throw error
    }
  }
}

const write = async ({ fundId, member, from, count }: WriteRequest): Promise<void> => {
  for (let n = from; n < from + count; n += 1) {
    console.log(JSON.stringify(await answerOf(fundId, n, member)))
  }
}

console.log('ready')
let heard = ''
for await (const chunk of process.stdin.setEncoding('utf8')) {
  heard += chunk
  const lines = heard.split('\n')
  heard = lines.pop() ?? ''
  await Promise.all(lines.map((line) => write(JSON.parse(line) as WriteRequest)))
}
await store.close()
