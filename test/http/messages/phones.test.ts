import { describe, expect, test } from 'vitest'
import { choose, makeMessageCode } from '#src/app/messages/linking.ts'
import { linkOfMember } from '#src/app/messages/rows.ts'
import { silentDays } from '#src/app/messages/gathering.ts'
import { readText } from '#src/app/messages/menu.ts'
import { daysAfter, daysBetween } from '#domain/kernel/dates.ts'
import { remindersOf } from '#src/app/messages/reminding.ts'
import { bookOf } from '#src/app/queries.ts'
import type { MessageChoices } from '#domain/fund/messages.ts'
import { type Texting, texting } from '#test/http/messages/village.ts'

const phone = '012 345 678'
const same = '+85512345678'
const other = '+85598765432'
const hour = 3_600_000
const day = 24 * hour

const chosen = async (its: Texting, card: string, choices: Partial<MessageChoices>) => {
  const { networkId, fundId } = its
  const memberId = await its.memberIdOf(card)
  const link = (await linkOfMember(its.with, { networkId, fundId, memberId }))!
  return choose(its.with, link, choices)
}

const deposit = async (its: Texting, card: string, amount = 12_000) =>
  its.enter({ type: 'RecordDeposit', memberId: await its.memberIdOf(card), amount })

describe('a phone that is linked', () => {
  test('hears by default that something was written, without any sum, once', async () => {
    const its = await texting()
    expect(await its.link('M07', phone)).toContain('ទូរស័ព្ទនេះបានភ្ជាប់')
    await deposit(its, 'M07')
    expect(await its.send()).toEqual({ sent: 1, waiting: 0, givenUp: 0 })
    expect(await its.send()).toEqual({ sent: 0, waiting: 0, givenUp: 0 })
    expect(its.texts).toHaveLength(1)
    expect(its.texts[0]).toMatchObject({ to: same })
    expect(its.texts[0]!.text).toContain('31/12/2025')
    expect(its.texts[0]!.text).not.toMatch(/12,000|រៀល/)
  })

  test('says sums where they were chosen; private savings and what others do, never', async () => {
    const its = await texting()
    await its.link('M07', phone)
    await chosen(its, 'M07', { withAmounts: true, language: 'en' })
    const token = await its.as('record-keeper')
    const json = {
      id: its.needs.ids(),
      effectiveOn: '2025-12-22',
      memberId: await its.memberIdOf('M07'),
      direction: 'in',
      amount: 77_000,
    }
    its.pass(1000)
    await its.ask(`/v1/funds/${its.fundId}/private-savings`, { token, json })
    await deposit(its, 'M08', 55_000)
    await its.send()
    expect(its.texts).toEqual([])
    await deposit(its, 'M07', 12_000)
    const wrong = await deposit(its, 'M07', 3000)
    await its.send()
    expect(its.texts.map(({ text }) => text)).toEqual([
      'Village book, 31/12/2025: Saved 15,000 riel. If this is not right, say so at the next meeting.',
    ])
    const approvedBy = await its.memberIdOf('M02')
    const reason = 'wrong-amount'
    await its.enter({ type: 'ReverseEntry', reverses: wrong, reason, approvedBy })
    await its.send()
    expect(its.texts.at(-1)!.text).toContain('a line on your card was taken back')
  })

  test('is told of its own card, and everybody of new rules, where security is chosen', async () => {
    const its = await texting()
    await its.link('M07', phone)
    await its.link('M08', other)
    await chosen(its, 'M08', { kinds: ['summary'] })
    its.pass(1000)
    const subject = `member:${await its.memberIdOf('M07')}`
    const line = { actor: 'x', device: 'x', outcome: 'done', subject } as const
    const at = its.needs.clock()
    const noted = { ...line, scope: its.fundId, at, action: 'manage-cards' } as const
    for (const activityId of [its.needs.ids(), its.needs.ids()])
      await its.needs.store.noteActivity([{ ...noted, activityId }])
    await its.send()
    await its.send()
    expect(its.texts.map(({ to }) => to)).toEqual([same])
    expect(its.texts[0]!.text).toContain('កាត')
  })

  test('is left alone at once by STOP in either language, with what was on its way', async () => {
    for (const word of ['stop', ' STOP. ', 'ឈប់', '០', '0']) {
      const its = await texting()
      await its.link('M07', phone)
      await deposit(its, 'M07')
      its.gateway.isUp = false
      expect(await its.send()).toMatchObject({ waiting: 1 })
      expect(await its.write(phone, word)).toContain('លែងទទួលសារ')
      its.gateway.isUp = true
      its.pass(hour)
      expect(await its.send()).toEqual({ sent: 0, waiting: 0, givenUp: 0 })
      expect(its.texts).toEqual([])
    }
  })

  test('is forgotten when nothing came from it for a year: its number may be another person’s', async () => {
    const its = await texting()
    await its.link('M07', phone)
    its.pass(silentDays * day)
    await deposit(its, 'M07')
    await its.send()
    expect(its.texts).toEqual([])
    expect(await its.write(phone, '1')).toContain('ask for a code')
  })

  test('loses its link to a newer phone of its member, and is told so', async () => {
    const its = await texting()
    await its.link('M07', phone)
    await chosen(its, 'M07', { withAmounts: true })
    await its.link('M07', other)
    await deposit(its, 'M07')
    await its.send()
    expect(its.texts.map(({ to }) => to).toSorted()).toEqual([same, other].toSorted())
    // Sums were chosen on the other phone.
    for (const { text } of its.texts) expect(text).not.toContain('12,000')
  })

  test('is one member’s: a second member cannot take it over by a code', async () => {
    const its = await texting()
    await its.link('M07', phone)
    expect(await its.link('M08', phone)).toContain('ភ្ជាប់ឱ្យអ្នកផ្សេង')
    expect(await its.link('M08', other)).toContain('បានភ្ជាប់')
  })
})

describe('a reminder', () => {
  test('goes to the borrower alone, once, in the last three days before the day, and says only when', async () => {
    const its = await texting()
    const book = (await bookOf(its.needs.store, its.fundId))!
    const days = Array.from({ length: 400 }, (_, i) => daysAfter('2025-01-01', i))
    let found:
      | { readonly memberId: string; readonly today: string; readonly on: string }
      | undefined
    for (const { memberId } of book.members)
      for (const today of days)
        for (const { on, loanId } of remindersOf(book, { memberId, reminded: {} }, today)) {
          const loan = book.loans.find((one) => one.loanId === loanId)!
          expect(loan.memberId).toBe(memberId)
          expect(today < on && on <= daysAfter(today, 3)).toBe(true)
          const puts = loan.deferrals.filter(({ from, to }) => from <= today && today <= to)
          expect(puts).toEqual([])
          const reminded = { [loanId]: on }
          expect(remindersOf(book, { memberId, reminded }, today)).toEqual([])
          if (today > '2026-01-01') found ??= { memberId, today, on }
        }
    const { card } = book.members.find(({ memberId }) => memberId === found!.memberId)!
    await its.link(card, phone)
    await chosen(its, card, { kinds: ['reminder'], language: 'en' })
    its.pass(daysBetween('2025-12-31', found!.today) * day)
    await its.send()
    its.pass(day)
    await its.send()
    expect(its.texts.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Village book: please keep [\d/]+ in mind. Write 2 to know more.$/),
    ])
  })
})

describe('a meeting', () => {
  test('is told when it has closed to whoever chose it: who came and when the next is, the box with sums alone', async () => {
    const its = await texting()
    await its.link('M07', phone)
    await chosen(its, 'M07', { kinds: ['summary'], language: 'en' })
    const count = { amount: 5000, isByNote: false }
    await its.enter({ type: 'CloseMeeting', effectiveOn: '2025-12-30', count })
    await its.send()
    await chosen(its, 'M07', { withAmounts: true })
    await its.enter({ type: 'CloseMeeting', effectiveOn: '2025-12-31', count })
    await its.send()
    expect(its.texts.map(({ text }) => text.replaceAll(/\d+\/\d+\/\d+/g, 'D'))).toEqual([
      'Village book: the meeting of D is closed. Came: 0. Next meeting: D.',
      'Village book: the meeting of D is closed. Came: 0. Next meeting: D. In the box: 5,000 riel.',
    ])
  })
})

describe('a code', () => {
  test('works once, for two days, and only the newest of a member', async () => {
    const its = await texting()
    const { networkId, fundId } = its
    const whose = { networkId, fundId, memberId: await its.memberIdOf('M07') }
    const first = await makeMessageCode(its.with, whose)
    const second = await makeMessageCode(its.with, whose)
    expect(await its.write(phone, first.code)).toContain('មិនត្រឹមត្រូវ')
    expect(await its.write(phone, `link ${second.code}`)).toContain('linked')
    expect(await its.write(other, second.code)).toContain('មិនត្រឹមត្រូវ')
    const late = await makeMessageCode(its.with, whose)
    its.pass(48 * hour)
    expect(await its.write(other, late.code)).toContain('មិនត្រឹមត្រូវ')
  })

  test('is guessed five times by a phone and then not at all, the right one neither', async () => {
    const its = await texting()
    const { networkId, fundId } = its
    const memberId = await its.memberIdOf('M07')
    const { code } = await makeMessageCode(its.with, { networkId, fundId, memberId })
    const wrong = code === '00000000' ? '00000001' : '00000000'
    for (let i = 0; i < 5; i += 1) await its.write(phone, wrong)
    expect(await its.write(phone, code)).toBe('សូមសួរនៅប្រជុំបន្ទាប់។')
    its.pass(hour)
    expect(await its.write(phone, code)).toContain('បានភ្ជាប់')
  })
})

describe('the menu', () => {
  test('a stranger hears one sentence whatever is written, and nothing of anybody', async () => {
    const its = await texting()
    await its.link('M07', phone)
    const said = new Set<string | undefined>()
    for (const text of ['1', 'balance', 'ឈប់', 'STOP', 'hello', '1 123456', '', 'M07'])
      said.add(await its.write(other, text))
    expect([...said]).toEqual([expect.stringContaining('ask for a code at your meeting')])
  })

  test('tells sums to whoever knows the PIN, or has chosen sums; and says nothing else', async () => {
    const its = await texting()
    await its.link('M07', phone)
    await chosen(its, 'M07', { language: 'en' })
    const pin = await its.pinOf('M07')
    expect(await its.write(phone, '1')).toContain('the six digits of your card')
    expect(await its.write(phone, `១ ${pin}`)).toMatch(/savings [\d,]+ riel, loan left [\d,]+ riel/)
    expect(await its.write(phone, `next ${pin}`)).toContain('Village book:')
    await chosen(its, 'M07', { withAmounts: true })
    expect(await its.write(phone, '1')).toMatch(/savings [\d,]+ riel/)
    expect(await its.write(phone, '3')).toContain('1 balance')
    expect(await its.write(phone, '៤')).toContain('សមតុល្យ')
  })

  test('wrong PINs are counted by the lock of the card itself', async () => {
    const its = await texting()
    await its.link('M07', phone)
    await chosen(its, 'M07', { language: 'en' })
    const pin = await its.pinOf('M07')
    const wrong = pin === '000000' ? '000001' : '000000'
    for (let i = 0; i < 5; i += 1)
      expect(await its.write(phone, `1 ${wrong}`)).toContain('not right')
    expect(await its.write(phone, `1 ${pin}`)).toContain('Try again in 15 minutes')
    const { store } = its.needs
    const [card] = (await store.cards(its.fundId))
      .filter(({ revokedAt }) => revokedAt === undefined)
      .slice(-1)
    const failures = await store.changeBudget(its.fundId, `card:${card!.cardId}`, (before) => ({
      budget: before!,
      answer: before!.failures,
    }))
    expect(failures).toBe(5)
  })

  test('comes to an end for the day with somebody who answers by machine', async () => {
    const its = await texting()
    let answered = 0
    for (let i = 0; i < 60; i += 1) if (await its.write(other, 'auto reply')) answered += 1
    expect(answered).toBe(40)
  })

  test('reads numbers, words and codes in both scripts', () => {
    expect(readText(' 1 ')).toEqual({ what: 'balance', pin: undefined })
    expect(readText('Balance 123456')).toEqual({ what: 'balance', pin: '123456' })
    expect(readText('សមតុល្យ ១២៣៤៥៦')).toEqual({ what: 'balance', pin: '123456' })
    expect(readText('១២៣៤-៥៦៧៨')).toEqual({ what: 'code', code: '12345678' })
    expect(readText('my code is 1234 5678')).toEqual({ what: 'code', code: '12345678' })
    expect(readText('5')).toEqual({ what: 'language', language: 'en' })
    expect(readText('what is this')).toEqual({ what: 'help' })
  })
})

describe('a gateway that takes nothing', () => {
  test('is asked less and less often, and after three days the text is given up and counted', async () => {
    const its = await texting()
    await its.link('M07', phone)
    await deposit(its, 'M07')
    its.gateway.isUp = false
    let rounds = 0
    let givenUp = 0
    for (let i = 0; i < 80 && givenUp === 0; i += 1) {
      const round = await its.send()
      givenUp = round.givenUp
      rounds += 1
      its.pass(hour)
    }
    expect([rounds, givenUp]).toEqual([73, 1])
    const memberId = await its.memberIdOf('M07')
    const { networkId, fundId } = its
    const link = await linkOfMember(its.with, { networkId, fundId, memberId })
    expect(link!.value.notReached).toBe(1)
    its.gateway.isUp = true
    expect(await its.send()).toEqual({ sent: 0, waiting: 0, givenUp: 0 })
  })
})

test('the rows say nothing: no number, no member, no text, whoever has the database', async () => {
  const its = await texting()
  await its.link('M07', phone)
  await deposit(its, 'M07')
  its.gateway.isUp = false
  await its.send()
  const rows = await its.rows()
  for (const word of ['345678', await its.memberIdOf('M07'), 'M07', 'សៀវភៅ', '12,000'])
    expect(rows).not.toContain(word)
  const log = await its.needs.store.activities(its.fundId, { limit: 100 })
  expect(JSON.stringify(log)).not.toContain('345678')
  const lengths = new Set(
    (JSON.parse(rows) as { sealed: string }[]).map(({ sealed }) => sealed.length),
  )
  expect(lengths.size).toBe(1)
})
