import { beforeAll, expect, test } from 'vitest'
import { operations } from '#domain/operations/all.ts'
import { charterOf } from '#domain/health/book.ts'
import { bookOf } from '#src/app/queries.ts'
import type { Act, Form } from '#src/desk/act.ts'
import { acts } from '#src/desk/acts.ts'
import type { Desk } from '#src/desk/desk.ts'
import { doubtsIn } from '#src/desk/doubts.ts'
import { heldBy } from '#src/desk/savings/facts.ts'
import { amountTyped } from '#src/desk/entered.ts'
import { type Language, languages } from '#src/words/catalogue.ts'
import { khmerDigits } from '#src/words/locale.ts'
import { lendingFormWords, memberFormWords, savingWords } from '#src/words/words.ts'
import { type Practice, practice, practiceDay } from '#test/support/service.ts'

let village: Practice
beforeAll(async () => {
  village = await practice()
})

const deskIn = async (language: Language): Promise<Desk> => {
  const { needs, fundId } = village
  const book = (await bookOf(needs.store, fundId))!
  const who = { memberId: undefined, hasGivenSecret: true }
  return { fundId, language, book, today: practiceDay, who, along: {}, needs }
}

const some = 2

/** Some of what an act can be about in the practice fund. */
const subjectsOf = (desk: Desk, { subject }: Act): readonly string[] => {
  const { book, fundId } = desk
  switch (subject) {
    case 'fund':
      return [fundId]
    case 'member':
      return book.members.slice(0, some).map(({ memberId }) => memberId)
    case 'loan':
      return [...book.loans.slice(-some), ...book.requests.slice(-some)].map(({ loanId }) => loanId)
    case 'event':
      return book.events.slice(0, some).map(({ eventId }) => eventId)
    case 'support':
      return book.supports.slice(0, some).map(({ code }) => code)
    case 'dispute':
      return book.disputes.slice(0, some).map(({ disputeId }) => disputeId)
    case 'entry':
      return book.loans.flatMap(({ repayments }) => repayments.map(({ id }) => id)).slice(0, some)
  }
}

const formsOf = async (language: Language): Promise<readonly (readonly [Act, Form])[]> => {
  const desk = await deskIn(language)
  const all = await Promise.all(
    acts.map(async (act) => {
      const forms = await Promise.all(subjectsOf(desk, act).map((id) => act.form(desk, id)))
      return forms.flatMap((form) => (form ? [[act, form] as const] : []))
    }),
  )
  return all.flat()
}

test('whatever is done at the desk has a name of its own, and is an operation of the fund', () => {
  const commands = operations.map(({ command }) => command as string)
  expect(new Set(acts.map(({ name }) => name)).size).toBe(acts.length)
  for (const { rule, isPrivate } of acts) if (!isPrivate) expect(commands).toContain(rule)
})

test('where somebody is chosen first, the question whose it is has words in both languages', () => {
  for (const language of languages) {
    const words: Readonly<Record<string, unknown>> = {
      ...lendingFormWords.in(language),
      ...memberFormWords.in(language),
    }
    for (const { name, choose } of acts)
      if ((choose === 'member' || choose === 'line') && name !== 'saving')
        expect(words, name).toHaveProperty([`whose_${name}`])
  }
})

test('most forms can be had in the practice fund, and what they say is data that a phone can draw', async () => {
  const had = new Set<string>()
  for (const language of languages)
    for (const [act, form] of await formsOf(language)) {
      had.add(act.name)
      const { told = [], title, question, whose, fields, prefilled } = form
      const said = { told, title, question, whose, prefilled }
      // What is lost on the way to a phone would be a function, a class or a hole.
      expect(JSON.parse(JSON.stringify(said)), act.name).toEqual(said)
      expect(JSON.stringify(said), act.name).not.toMatch(/<\w+|undefined|\[object/)
      expect(title, act.name).not.toBe('')
      for (const { name, label, hint = '' } of fields) {
        expect([name, label, hint].map((text) => typeof text)).toEqual(Array(3).fill('string'))
        expect(`${label}${hint}`, `${act.name} ${name}`).not.toMatch(/undefined|\[object/)
      }
      expect(new Set(fields.map(({ name }) => name)).size, act.name).toBe(fields.length)
    }
  expect(had.size).toBeGreaterThan(30)
})

test('no form can leave it out: every sum of money that is typed is guarded against a zero too many', async () => {
  const guarded = new Set<string>()
  for (const [{ name }, { fields }] of await formsOf('en'))
    for (const field of fields) {
      const read = field.read('212000')
      const isMoney = 'text' in read && /\p{Sc}|\u00a0K$/u.test(field.said(read.text))
      expect([name, field.name, field.sum !== undefined]).toEqual([name, field.name, isMoney])
      if (!field.sum) continue
      const { usual, currency } = field.sum
      const typed = (amount: number) => () => amountTyped(amount, currency)
      expect(usual).toBeGreaterThan(0)
      expect(doubtsIn([field], typed(10 * usual - 1))).toEqual([])
      expect(doubtsIn([field], typed(10 * usual))).toMatchObject([{ amount: 10 * usual, usual }])
      guarded.add(name)
    }
  for (const name of ['deposit', 'take-out', 'expense', 'private-savings', 'request', 'repayment'])
    expect(guarded).toContain(name)
})

test('what is usual in private is the fund’s own measure for everybody, and nothing that anybody has', async () => {
  const usual = (await formsOf('en'))
    .filter(([{ isPrivate }]) => isPrivate)
    .flatMap(([, { fields }]) => fields.flatMap(({ sum }) => (sum ? [sum.usual] : [])))
  const { shareValue, sharesPerMeeting } = charterOf((await deskIn('en')).book, practiceDay)
  expect(new Set(usual)).toEqual(new Set([shareValue * sharesPerMeeting.max]))
})

/** What people type into a field of figures: sums, counts, years, rates, days, and what is none of them. */
const figures = ['1', '12', '31', '2025', '212000', '1.5', '12.50', '12345678', '0', '-5', '007']

test('every field of figures reads Khmer digits as it reads Latin ones', async () => {
  const asked = new Set<string>()
  for (const [act, { fields }] of await formsOf('km'))
    for (const field of fields) {
      if (!('inputmode' in field) || field.inputmode === undefined) continue
      asked.add(`${act.name} ${field.name}`)
      const read = (text: string): string => {
        const one = field.read(text)
        return 'text' in one ? one.text : 'fault'
      }
      for (const text of figures)
        expect(read(khmerDigits(text)), `${act.name} ${field.name} ${text}`).toBe(read(text))
    }
  expect(asked.size).toBeGreaterThan(60)
})

test('what stands in shares is not told as to be had today', async () => {
  const desk = await deskIn('en')
  const label = savingWords.in('en').mostNow
  const act = acts.find(({ name }) => name === 'take-out')!
  let told = 0
  for (const { memberId } of desk.book.members) {
    const parts = (await act.form(desk, memberId))?.told ?? []
    const lines = parts.flatMap((part) => (part.is === 'facts' ? part.facts : []))
    const now = lines.find((line) => line.label === label)
    const held = await heldBy(desk, memberId)
    if (!now || !('money' in now) || !held || held.shares === 0) continue
    expect(now.money.amount).toBeLessThanOrEqual(held.free)
    told += 1
  }
  expect(told).toBeGreaterThan(10)
})
