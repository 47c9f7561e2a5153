import { beforeEach, expect, test } from 'vitest'
import { aboutLeft } from '#domain/phone/sealing.ts'
import { sealTo } from '#infra/browser/sealing.ts'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { linesOfCommands } from '#src/exchange/carried/commands.ts'
import { type Desk, desk } from '#test/http/desk/at-desk.ts'
import { pageText } from '#test/pages/page-text.ts'

let at: Desk
beforeEach(async () => {
  at = await desk()
})

const members = (card: string) => at.book.members.find((member) => member.card === card)!.memberId

/** What a phone has in its outbox: two that save, one whose card nobody has, and one that cannot be read. */
const outbox = () => {
  const saved = (memberId: string, amount: number) => ({
    id: at.needs.ids(),
    v: 1,
    type: 'RecordDeposit',
    effectiveOn: '2025-12-30',
    memberId,
    amount,
  })
  return [
    saved(members('M01'), 10_000),
    saved(at.needs.ids(), 5000),
    { id: at.needs.ids(), v: 1, type: 'Nonsense' },
    saved(members('M02'), 20_000),
  ]
}

const sent = async (fields: Readonly<Record<string, string>>, file?: string) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  if (file !== undefined)
    body.append('file', new Blob([file], { type: 'text/plain' }), 'meeting.txt')
  const answer = await at.ask(`/funds/${at.fundId}/carried`, { token: at.token, body })
  return { status: answer.status, text: pageText(await answer.text()) }
}

test('each line is judged by itself: what can be recorded is, what cannot is named, and twice is once', async () => {
  const lines = await linesOfCommands({ fundId: at.fundId, commands: outbox() })
  const before = await at.length()
  const { status, text } = await sent({ lines: lines.toReversed().join('\r\n') })
  expect(status, text).toBe(409)
  expect(text).toContain('2 of 4 lines are in the book')
  expect(text).toMatch(/not recorded: \S/)
  expect(await at.length()).toBe(before + 2)
  const again = await sent({ lines: '' }, lines.join('\n'))
  expect(again.text).toContain('2 of 4 lines are in the book')
  expect(await at.length()).toBe(before + 2)
})

test('codes that are missing are named, and nothing is written', async () => {
  const many = Array.from({ length: 30 }, () => outbox()[0]!)
  const lines = await linesOfCommands({ fundId: at.fundId, commands: many })
  expect(lines.length).toBeGreaterThan(1)
  const before = await at.length()
  const { status, text } = await sent({ lines: lines.slice(1).join('\n') })
  expect([status, text]).toEqual([
    400,
    expect.stringContaining(`Of ${lines.length} codes these are missing: 1.`),
  ])
  const other = await linesOfCommands({ fundId: at.needs.ids(), commands: outbox() })
  expect((await sent({ lines: other.join('\n') })).text).toContain('for another fund')
  expect((await sent({ lines: [...lines, ...other].join('\n') })).text).toContain(
    'codes of two lists',
  )
  expect((await sent({ lines: 'hello' })).text).toContain('no code of a phone')
  expect((await sent({ lines: '' })).text).toContain('Choose a file')
  expect(await at.length()).toBe(before)
})

/** What is left of an outbox where the book is shut: closed to the service, for this fund. */
const leftBehind = async (fundId = at.fundId) => {
  const publicKey = await at.needs.phoneSeal!.publicKey(at.fundId)
  const sealed = outbox().map((command) =>
    sealTo(publicKey, { about: aboutLeft(fundId), text: JSON.stringify(command) }),
  )
  return (await Promise.all(sealed)).map((one) => ({ sealed: one }))
}

test('what a shut phone left behind is looked at by two before any of it is written, and nobody else reads it', async () => {
  const lines = await linesOfCommands({ fundId: at.fundId, commands: await leftBehind() })
  const text = lines.join('\n')
  const before = await at.length()
  const alone = await sent({ lines: text })
  expect(alone.status).toBe(409)
  expect(alone.text).toContain('Look at each line together: nothing is in the book yet')
  expect(alone.text).toContain('A second officer looks at the lines too')
  expect(await at.length()).toBe(before)
  const { login, pin } = practiceSecond
  const wrong = await sent({ lines: text, login, secret: '000000' })
  expect(wrong.status).toBe(403)
  expect(await at.length()).toBe(before)
  const both = await sent({ lines: text, login, secret: pin })
  expect(both.text).toContain('2 of 4 lines are in the book')
  expect(await at.length()).toBe(before + 2)
})

test('what was sealed for another fund, or altered, opens for nobody', async () => {
  const before = await at.length()
  const [first] = await leftBehind()
  const altered = { sealed: `${first!.sealed.slice(0, -4)}AAAA` }
  const items = [...(await leftBehind(at.needs.ids())), altered]
  const lines = await linesOfCommands({ fundId: at.fundId, commands: items })
  const { login, pin } = practiceSecond
  const told = await sent({ lines: lines.join('\n'), login, secret: pin })
  expect(told.text).toContain('0 of 5 lines are in the book')
  expect(await at.length()).toBe(before)
})
