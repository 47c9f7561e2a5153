import { beforeAll, expect, test } from 'vitest'
import { bookOf } from '#src/app/queries.ts'
import { costText } from '#src/desk/loans/cost-text.ts'
import { commandsPath, headOf, send } from '#test/http/commands/sending.ts'
import { type Practice, practice, practiceDay } from '#test/support/service.ts'

let village: Practice
let token: string

beforeAll(async () => {
  village = await practice()
  token = await village.as('record-keeper')
})

const sent = async (...commands: readonly object[]) => {
  const envelope = () => ({ id: village.needs.ids(), v: 1, effectiveOn: practiceDay })
  const all = commands.map((one) => ({ ...envelope(), ...one }))
  return send(village, commandsPath(village), { token, commands: all })
}

const memberNr = async (nr: number): Promise<string> => {
  const book = (await bookOf(village.needs.store, village.fundId))!
  return book.members.filter(({ isFormer, offices }) => !isFormer && offices.length === 0)[nr]!
    .memberId
}

const asking = async (nr: number, principal: number) => ({
  type: 'RequestLoan',
  loanId: village.needs.ids(),
  memberId: await memberNr(nr),
  product: 'emergency',
  principal,
  months: 3,
  purpose: 'health',
})

type Asked = Awaited<ReturnType<typeof asking>>

const hashOf = async (asked: Asked, language: 'en' | 'km' = 'km'): Promise<string> => {
  const book = (await bookOf(village.needs.store, village.fundId))!
  const { type: _, ...said } = asked
  const text = costText(book, said as never, { paidOutOn: practiceDay, language })!
  return village.needs.hash(text)
}

const told = ({ loanId }: Asked, textHash: string, language: 'en' | 'km' = 'km') => ({
  type: 'DiscloseCost',
  loanId,
  textHash,
  language,
  paidOutOn: practiceDay,
})

const notThis = { outcome: 'refused', code: 'not-the-text-of-this-loan' }

test('a price was not shown by an invented text, nor by that of a smaller loan or another language', async () => {
  const asked = await asking(0, 50_000)
  await sent(asked)
  const texts = [
    'ab'.repeat(32),
    await hashOf({ ...asked, principal: 40_000 }),
    await hashOf(asked, 'en'),
  ]
  const before = await headOf(village)
  for (const text of texts) expect(await sent(told(asked, text))).toMatchObject([notThis])
  expect(await headOf(village)).toEqual(before)
  expect(await sent(told(asked, await hashOf(asked)))).toMatchObject([{ outcome: 'recorded' }])
})

test('a loan that is asked for in the same breath is held against its own text, too', async () => {
  const asked = await asking(1, 60_000)
  expect(await sent(asked, told(asked, 'ab'.repeat(32)))).toMatchObject([
    { outcome: 'recorded' },
    notThis,
  ])
  const other = await asking(2, 60_000)
  const cheap = { ...other, principal: 20_000 }
  const beside = [other, cheap, told(other, await hashOf(cheap))]
  expect((await sent(...beside)).at(-1)).toMatchObject(notThis)
  const third = await asking(3, 60_000)
  const both = await sent(third, told(third, await hashOf(third)))
  expect(both).toMatchObject([{ outcome: 'recorded' }, { outcome: 'recorded' }])
})

test('a price of a loan that nobody has asked for is no price', async () => {
  const asked = await asking(4, 50_000)
  const [answer] = await sent(told(asked, await hashOf(asked)))
  expect(answer).toMatchObject({ outcome: 'invalid', code: 'request-unknown' })
})
