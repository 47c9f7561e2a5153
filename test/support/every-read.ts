import { type Door, doors } from '#src/app/practice/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { app } from '#src/http/app.ts'
import type { agedFund } from '#test/bench/old-fund.ts'
import { ourHost } from '#test/support/service.ts'

type Aged = Awaited<ReturnType<typeof agedFund>>

/** An address of a service by its route, and how somebody asks for it who may. */
export type EveryRead = { readonly path: string; readonly ask: () => Promise<Response> }

/** Every address that can be read, each by the first person of the practice fund who is let in, asked once already. */
export const everyRead = async (fund: Aged): Promise<readonly EveryRead[]> => {
  const { needs, as, pass, fundId, networkId, today } = fund
  // Asked as quickly as it can be: nobody is told that there were too many questions.
  const service = app(needs, { requestsPerMinute: 1e9 })
  const ask = async (address: string, token: string): Promise<Response> =>
    service.request(address, { headers: { host: ourHost, authorization: `Bearer ${token}` } })
  const sound = async (address: string, token: string): Promise<Response> => {
    const answer = await ask(address, token)
    if (answer.status !== 200) throw new Error(`${address} is answered ${answer.status}`)
    return answer
  }
  const book = (await bookOf(needs.store, fundId))!
  const loan = book.loans.find(({ origin }) => origin.kind === 'paid-out')!
  const of: Readonly<Record<string, string>> = {
    fundId,
    networkId,
    loanId: loan.loanId,
    memberId: loan.memberId,
    seq: '300',
    day: today,
    figure: 'par30',
    eventId: book.events[0]!.eventId,
    windowId: book.windows[0]!.windowId,
  }
  const addressOf = (path: string, name?: string): string =>
    path.replaceAll(/:(\w+)(\{[^}]*\})?/g, (_, part: string) =>
      part === 'name' && name !== undefined ? name : (of[part] ?? 'x'),
    )
  const paths = service.routes.flatMap(({ method, path }) =>
    method === 'GET' && !path.includes('*') ? [path] : [],
  )
  const addresses = [...new Set(paths)].flatMap((path) =>
    namedBy.test(path)
      ? statements.map((name) => [path.replace(':name', name), addressOf(path, name)] as const)
      : [[path, addressOf(path)] as const],
  )
  const tokens = new Map<Door, string>()
  for (const door of doors) tokens.set(door, await as(door))
  const reads: EveryRead[] = []
  for (const [path, address] of addresses)
    for (const token of tokens.values()) {
      // All of them are asked within what a session lasts.
      pass(5_000)
      const first = await ask(address, token)
      await first.arrayBuffer()
      if (first.status !== 200) continue
      reads.push({ path, ask: () => sound(address, token) })
      break
    }
  return reads
}

const namedBy = /\/(?:statements|reports)\/:name/
/** Statements that are asked for by their names and have as many lines in an old fund as in a young one. */
const statements = ['trial-balance', 'balance-sheet', 'income', 'changes-in-equity', 'wind-up']
