import { expect, test } from 'vitest'
import { standingsOn } from '#domain/health/book.ts'
import { tableOrder } from '#src/app/meeting/pass.ts'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { pageText } from '#test/pages/page-text.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { type Finger, finger } from '#test/support/finger.ts'
import { type Practice, practice } from '#test/support/service.ts'

/** A meeting, whose list has forty members. */
const day = '2026-01-20'
const here = 40

const bookIn = async ({ needs, fundId }: Practice) => (await bookOf(needs.store, fundId))!

/** The village with the list of its meeting taken, and somebody there who owes nothing and holds no office. */
const villageOf = async () => {
  const village = await practice({}, paperBookFolder, day)
  const { needs, fundId } = village
  const book = await bookIn(village)
  const order = tableOrder(book, day)
  const owing = standingsOn(book, day).filter(({ owed }) => owed > 0)
  const borrower = book.members.find(
    ({ memberId, offices }) =>
      offices.length === 0 &&
      order.slice(0, here).includes(memberId) &&
      !owing.some(({ loan }) => loan.memberId === memberId),
  )!
  const list = { type: 'RecordAttendance', id: needs.ids(), v: 1, effectiveOn: day } as const
  const [present, absent] = [order.slice(0, here), order.slice(here)]
  await needs.record(fundId, [{ ...list, present, absent }], { actor: 'test', device: 'test' })
  const person = finger(village, await village.as('record-keeper'))
  await person.open(`/funds/${fundId}/members/${borrower.memberId}?lang=en`)
  return { village, person, borrower }
}

const ask = async (person: Finger): Promise<void> => {
  await person.follow('Ask for a loan')
  person.type('principal', '200000')
  person.type('months', '4')
  person.type('purpose', 'trade')
  await person.press('Write down a request')
}

/** The next payment as a page tells it: its day and its sum. */
const toldIn = (page: string): string => {
  const [, on, text] = /data-due="[^":]+:([^"]+)"\s*>([^]{1,200})/.exec(page)!
  return `${on} ${/[\d,]+/.exec(pageText(text!))![0]}`
}

const vote = async (person: Finger): Promise<void> => {
  person.type('yes', '37')
  person.type('no', '1')
  await person.press('Write down the vote')
  person.type('login', practiceSecond.login)
  person.type('secret', practiceSecond.pin)
  await person.press(/^Yes/)
}

test('a loan goes from the request to the receipt of the money on one page, with at most 18 taps', async () => {
  const { village, person, borrower } = await villageOf()
  await ask(person)
  const loan = person.path()
  expect(person.text()).toContain('Look into it')
  person.type('incomeLeast', '900000')
  person.type('finding', 'sound')
  await person.press('Look into the request')
  expect(person.path()).toBe(loan)
  const told = toldIn(person.page())
  expect(told).toMatch(/^2026-02-20 [\d,]+$/)
  await person.press('It was read aloud and understood')
  expect(person.path()).toBe(loan)
  expect(person.text()).toMatch(/\d+ may vote, of the 40 who are here by the list/)
  // How many were there is asked in the fold alone, for a vote of another day.
  expect(person.page().indexOf('name="present"')).toBeGreaterThan(
    person.page().indexOf('name="no"'),
  )
  expect(toldIn(person.page())).toBe(told)
  await vote(person)
  expect(person.path()).toBe(loan)
  expect(person.text()).toContain('Pay it out')
  expect(person.page()).not.toMatch(/[0-9a-f]{64}/)
  await person.press('Pay the loan out')
  expect(person.path()).toContain('/receipts/')
  // The first payment is what was read aloud before the vote.
  expect(toldIn(person.page())).toBe(told)
  const { requests, loans } = await bookIn(village)
  const request = requests.find(({ asked }) => asked.memberId === borrower.memberId)!
  expect(request.decision?.ballot).toMatchObject({ hands: { present: 40, yes: 37, no: 1 } })
  expect(loans.find(({ loanId }) => loanId === request.loanId)?.number).toBeDefined()
  await person.open(loan)
  expect(person.text()).toContain('Price read aloud')
  expect(toldIn(person.page())).toBe(told)
  const asked = `${person.taps()} taps, ${person.fields()} fields, ${person.requests() - 2} requests`
  console.log(`a whole loan: ${asked}`)
  expect(person.taps()).toBeLessThanOrEqual(18)
})

test('a meeting that refuses says why, and nobody else is asked for a reason', async () => {
  const { person } = await villageOf()
  await ask(person)
  person.type('incomeLeast', '900000')
  person.type('finding', 'sound')
  await person.press('Look into the request')
  await person.press('It was read aloud and understood')
  person.type('yes', '3')
  person.type('no', '30')
  await person.press('Write down the vote')
  expect(person.text()).toContain('There are not more for it than against it.')
  person.type('said', 'refuse')
  person.type('reason', 'no-cash')
  await person.press('Write down the vote')
  expect(person.text()).toContain('The fund has not enough cash now')
})

test('a pay-out on another day than the price was read for stops, and one press reads the new paper', async () => {
  const { village, person } = await villageOf()
  await ask(person)
  person.type('incomeLeast', '900000')
  person.type('finding', 'sound')
  await person.press('Look into the request')
  await person.press('It was read aloud and understood')
  await vote(person)
  village.pass(24 * 60 * 60 * 1000)
  const loan = person.path()
  const next = finger(village, await village.as('record-keeper'))
  await next.open(`${loan}?lang=en`)
  expect(next.text()).toContain('The price was read for another day')
  expect(next.text()).toContain('It was read aloud for a pay-out on 20 January 2026.')
  await next.press('It was read aloud and understood')
  await next.press('Pay the loan out')
  expect(next.path()).toContain('/receipts/')
  const { loans } = await bookIn(village)
  const paidOut = loans.find(({ loanId }) => loan.includes(loanId))!
  expect(paidOut.origin).toMatchObject({ kind: 'paid-out', on: '2026-01-21' })
})

test('money that is out already is written down all the same, and marked', async () => {
  const { village, person } = await villageOf()
  await ask(person)
  person.type('incomeLeast', '900000')
  person.type('finding', 'sound')
  await person.press('Look into the request')
  await person.press('It was read aloud and understood')
  await vote(person)
  village.pass(24 * 60 * 60 * 1000)
  const next = finger(village, await village.as('record-keeper'))
  await next.open(`${person.path()}?lang=en`)
  await next.follow('The money is out already')
  await next.press('Pay the loan out')
  expect(next.text()).toContain('The price was read aloud for another day of pay-out.')
  await next.press(/^Yes/)
  expect(next.path()).toContain('/receipts/')
})
