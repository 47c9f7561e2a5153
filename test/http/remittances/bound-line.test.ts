import { beforeAll, expect, test } from 'vitest'
import { isOfficerOn } from '#domain/fund/people/members.ts'
import { bookOf } from '#src/app/queries.ts'
import { referenceNow } from '#src/app/remittances/references.ts'
import { remittanceWords } from '#src/words/remittance-words.ts'
import { hiddenIn, listOf } from '#test/http/remittances/browser.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice, practiceDay as today } from '#test/support/service.ts'

/* Between the list of the bank and the book nobody changes what a line says. */

const words = remittanceWords.in('en')

let village: Practice
let references: readonly string[]
let officer: string

beforeAll(async () => {
  village = await practice()
  const book = (await bookOf(village.needs.store, village.fundId))!
  officer = book.members.find((member) => isOfficerOn(member, today))!.memberId
  references = await Promise.all(
    book.members
      .slice(0, 2)
      .map(({ memberId: key }) =>
        referenceNow(village.needs, village.fundId, { kind: 'member', key }),
      ),
  )
})

const asKeeper = async (path: string, body: BodyInit) =>
  village.ask(`/funds/${village.fundId}${path}`, {
    token: await village.as('record-keeper'),
    body,
  })
const lookedAt = async (line: string): Promise<string> =>
  (await asKeeper('/bank', listOf([line]))).text()
const sendLine = (fields: Readonly<Record<string, string>>) =>
  asKeeper('/bank/arrival', new URLSearchParams(fields))

test('nobody puts another reference, sum, day, place or line on what a page has shown', async () => {
  const [own, other] = references
  const hidden = hiddenIn(await lookedAt(`${today},B8,"transfer ${other}",,20000`))
  expect((await sendLine(hidden)).status).toBe(200)
  for (const more of [
    { reference: own! },
    { amount: '30000' },
    { on: '2025-11-30' },
    { place: 'wallet' },
    { mark: 'a'.repeat(64) },
    { bound: '' },
  ])
    expect((await sendLine({ ...hidden, ...more })).status, Object.keys(more)[0]).toBe(409)
})

test('a payment that stands in the book is asked about when another file tells it by another number', async () => {
  const [, reference] = references
  const hidden = hiddenIn(await lookedAt(`${today},B9,"transfer ${reference}",,21000`))
  const asked = await (await sendLine(hidden)).text()
  const seen = /name="seen"\s+value="([^"]+)"/.exec(asked)![1]!
  expect((await sendLine({ ...hidden, seen, sure: 'yes' })).status).toBe(303)
  const told = pageText(await lookedAt(`${today},OTHER,"transfer ${reference}",,21000`))
  expect(told).toContain(words.kind_twice)
  expect(told).not.toContain(words.named('1'))
})

test('a payment that was booked and taken back is booked again, and stands in the book once', async () => {
  const [reference] = references
  const hidden = hiddenIn(await lookedAt(`${today},B10,"transfer ${reference}",,22000`))
  const book = async () => {
    const asked = await (await sendLine(hidden)).text()
    const seen = /name="seen"\s+value="([^"]+)"/.exec(asked)![1]!
    return (await sendLine({ ...hidden, seen, sure: 'yes' })).status
  }
  const standing = async () =>
    (await bookOf(village.needs.store, village.fundId))!.bankLines.filter(
      ({ mark, isTakenBack }) => mark === hidden['mark'] && !isTakenBack,
    )
  expect(await book()).toBe(303)
  const [first] = await standing()
  const takeBack = async (reverses: string): Promise<void> => {
    const command = {
      id: village.needs.ids(),
      v: 1,
      effectiveOn: today,
      type: 'ReverseEntry',
      reverses,
      reason: 'wrong-amount',
      approvedBy: officer,
    } as const
    const by = { actor: 'practice', device: 'practice' }
    const [answer] = await village.needs.record(village.fundId, [command], by)
    expect(answer).toMatchObject({ flags: ['reversed-same-day'] })
  }
  await takeBack(first!.entryId)
  expect(await standing()).toEqual([])
  // What it was booked as stands still: booked once more it would be there twice.
  expect(await book()).toBe(409)
  await takeBack(first!.entries[0]!.entryId)
  expect(await book()).toBe(303)
  const [second, ...more] = await standing()
  expect(more).toEqual([])
  expect(second!.entryId).not.toBe(first!.entryId)
  expect(second!.entries).not.toEqual(first!.entries)
})
