import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type Desk, desk, repaymentOf } from '#test/http/desk/at-desk.ts'

/*
 * How far a repayment goes from the route to its row: the files whose functions wait for it, read off the stack where
 * `record` is asked, where the rule looks at the sum, and where the entry is appended. What every request passes first and
 * what is asked on the way and has answered (the fields of the form, the access table) waits for nothing and is not counted.
 */

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What every request passes, and what every command's shape is checked with. */
const everywhere = [
  'src/http/boundary.ts',
  'src/http/entrance/choices.ts',
  'src/http/sessions.ts',
  'domain/kernel/',
]

/** Our files on the stack, from the outermost in. */
const waiting = (): string[] => {
  Error.stackTraceLimit = 100
  const { stack = '' } = new Error('where we are')
  return stack
    .split('\n')
    .flatMap(
      (line) => /((?:src|domain|infra)\/[\w/-]+\.ts)/.exec(line.replace(root, ''))?.[1] ?? [],
    )
    .filter((file) => !everywhere.some((some) => file.startsWith(some)))
    .toReversed()
}

/** Sends a repayment while the store and the command tell who waits for them. */
const walked = async (at: Desk, send: () => Promise<Response>): Promise<string[]> => {
  const { store, record } = at.needs
  const { append } = store
  const files = new Set<string>()
  const seen = (found: readonly string[]) => found.forEach((file) => files.add(file))
  Object.assign(store, {
    append: (...all: Parameters<typeof append>) => {
      seen(waiting())
      return append(...all)
    },
  })
  Object.assign(at.needs, {
    record: (...[fundId, commands, options]: Parameters<typeof record>) => {
      // By a command that is none whoever asks is held against the journal, and that has answered by then.
      const isAsking = commands.some(({ type }) => (type as string) === 'None')
      if (isAsking) return record(fundId, commands, options)
      seen(waiting())
      const watched = commands.map((command) => {
        const { amount } = command as { amount?: number }
        const get = () => {
          const found = waiting()
          if (found.at(-1)?.includes('/loans/')) seen(found)
          return amount
        }
        return Object.defineProperty({ ...command }, 'amount', { enumerable: true, get })
      })
      return record(fundId, watched, options)
    },
  })
  const answer = await send()
  expect(answer.status).toBeLessThan(400)
  Object.assign(at.needs, { store: Object.assign(store, { append }), record })
  return [...files]
}

const fromGate = [
  'src/http/gate.ts',
  'src/app/submit.ts',
  'src/app/proof/witnessing.ts',
  'src/app/record.ts',
  'domain/village.ts',
  'domain/operations/operation.ts',
  'domain/loans/operations/repaying.ts',
]

test("a browser's repayment passes through at most eleven of our files", async () => {
  const at = await desk()
  const fields = await repaymentOf(at, '1000')
  const files = await walked(at, () => at.post('record/repayment', fields))
  expect(files).toEqual(['src/http/page.ts', 'src/http/desk/record.ts', ...fromGate])
  expect(files.length).toBeLessThanOrEqual(11)
})

test("a program's passes through at most eight", async () => {
  const at = await desk()
  const { loanId } = at.loan
  const command = {
    id: at.needs.ids(),
    v: 1,
    type: 'RecordRepayment',
    effectiveOn: '2025-12-31',
    loanId,
    amount: 1000,
  }
  const path = `/v1/funds/${at.fundId}/commands`
  const files = await walked(at, () =>
    at.ask(path, { token: at.token, json: { commands: [command] } }),
  )
  expect(files).toEqual(['src/http/commands/routes.ts', ...fromGate])
  expect(files.length).toBeLessThanOrEqual(8)
})
