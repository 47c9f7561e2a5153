import { expect, test } from 'vitest'
import { heldOn } from '#domain/fund/people/members.ts'
import { commandsPath, send } from '#test/http/commands/sending.ts'
import { lending } from '#test/http/lending/at-lending.ts'
import { pageText } from '#test/pages/page-text.ts'
import { practiceDay } from '#test/support/service.ts'

test('what a meeting’s box is short of stands on page, print and API under the card of whoever kept it', async () => {
  const at = await lending()
  const envelope = () => ({ id: at.needs.ids(), v: 1, effectiveOn: practiceDay })
  const token = await at.as('record-keeper')
  const close = { ...envelope(), type: 'CloseMeeting', count: { amount: 100_000, isByNote: true } }
  const [answer] = await send(at, commandsPath(at), { token, commands: [close] })
  expect(answer).toMatchObject({ outcome: 'flagged', flags: ['box-differs-from-books'] })
  const keepers = (await at.bookNow()).members
    .filter((one) => heldOn(one, practiceDay).some(({ office }) => office === 'box-keeper'))
    .map(({ card }) => card)
    .join(', ')
  const path = `/v1/funds/${at.fundId}/reports/cash-shortages`
  const told = (await (await at.ask(path, { token })).json()) as {
    readonly rows: readonly Record<string, unknown>[]
    readonly more: readonly {
      readonly name: string
      readonly rows: readonly Record<string, unknown>[]
    }[]
  }
  expect(told.rows).toEqual([
    expect.objectContaining({
      card: keepers,
      office: keepers === '' ? 'nobody' : 'box-keeper',
      meetings: 1,
    }),
  ])
  const each = told.more.find(({ name }) => name === 'each-shortage')!
  expect(each.rows).toEqual([expect.objectContaining({ date: practiceDay, changed: 0 })])
  for (const query of ['', '?paper=a4']) {
    const page = await at.page(`statements/cash-shortages${query}`)
    expect(page.status).toBe(200)
    expect(pageText(page.html)).toContain('Missing in the box from')
    expect(pageText(page.html)).toContain(keepers === '' ? 'nobody' : keepers)
    expect(pageText(page.html)).toContain('Meeting by meeting')
  }
})
