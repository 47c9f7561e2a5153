import { expect, test } from 'vitest'
import { daysAfter, daysBetween } from '#domain/kernel/dates.ts'
import type { Entry } from '#domain/village.ts'
import { entriesAfter, journalNews } from '#src/app/messages/news.ts'
import { receiptsOf } from '#src/app/messages/receipts.ts'
import { remindersOf } from '#src/app/messages/reminding.ts'
import { linkOfMember } from '#src/app/messages/rows.ts'
import { bookOf } from '#src/app/queries.ts'
import { chosen, day, deposit, hour, phone, texting } from '#test/http/messages/village.ts'

test('a reminder goes to the borrower alone, once, in the last three days before the day, and says only when', async () => {
  const its = await texting()
  const book = (await bookOf(its.needs.store, its.fundId))!
  const days = Array.from({ length: 400 }, (_, i) => daysAfter('2025-01-01', i))
  let found: { readonly memberId: string; readonly today: string; readonly on: string } | undefined
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

test('a meeting is told when it has closed to whoever chose it: who came and when the next is, the box with sums alone', async () => {
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

test('a gateway that takes nothing is asked less and less often, and after three days the text is given up and counted', async () => {
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

test('news of a loan that is paid out and paid on while a round reads is told all the same', async () => {
  const its = await texting()
  await its.link('M07', phone)
  await chosen(its, 'M07', { withAmounts: true, language: 'en' })
  const memberId = await its.memberIdOf('M07')
  const loanId = its.needs.ids()
  const begun = { loanId, number: 'L900', memberId, product: 'normal', principal: 100_000 }
  const { store } = its.needs
  const read = store.viewsHead.bind(store)
  let isFirst = true
  Object.assign(store, {
    viewsHead: async (...asked: Parameters<typeof read>) => {
      const head = await read(...asked)
      if (!isFirst) return head
      isFirst = false
      await its.enter({ type: 'RecordPayout', ...begun, months: 4, firstDueOn: '2026-01-31' })
      await its.enter({ type: 'RecordRepayment', loanId, amount: 7_000 })
      return head
    },
  })
  await its.send()
  await its.send()
  expect(its.texts.map(({ text }) => text).join(' ')).toContain('7,000')
})

test('a reminder that waited is not sent any more once the loan is paid or the day has come', async () => {
  const its = await texting()
  const book = (await bookOf(its.needs.store, its.fundId))!
  const days = Array.from({ length: 60 }, (_, i) => daysAfter('2026-01-01', i))
  const due = days.flatMap((today) =>
    book.members.flatMap(({ memberId, card }) =>
      remindersOf(book, { memberId, reminded: {} }, today).map((one) => ({ ...one, card, today })),
    ),
  )[0]!
  await its.link(due.card, phone)
  await chosen(its, due.card, { kinds: ['reminder'] })
  its.pass(daysBetween('2025-12-31', due.today) * day)
  its.gateway.isUp = false
  expect(await its.send()).toMatchObject({ waiting: 1 })
  await its.enter({ type: 'RecordRepayment', loanId: due.loanId, amount: 50_000_000 })
  its.gateway.isUp = true
  its.pass(hour)
  expect(await its.send()).toEqual({ sent: 0, waiting: 0, givenUp: 0 })
  expect(its.texts).toEqual([])
})

test('of a year that is brought in at once everybody hears of the last meeting alone', async () => {
  const its = await texting()
  const rows = await its.needs.store.read(its.fundId, 0, 10_000)
  const book = (await bookOf(its.needs.store, its.fundId))!
  const entries = await entriesAfter(its.needs.store, its.fundId, 0)
  const closed = rows
    .filter(({ type }) => type === 'MeetingClosed')
    .map(({ effectiveOn }) => effectiveOn)
  expect(closed.length).toBeGreaterThan(3)
  const told = journalNews(book, entries).filter(({ memberId }) => memberId === undefined)
  expect(told.map((one) => one.told)).toEqual([
    expect.objectContaining({ what: 'summary', on: closed.toSorted().at(-1) }),
  ])
})

test('everybody hears that the rules were changed or the auditors sent away', async () => {
  const its = await texting()
  const book = (await bookOf(its.needs.store, its.fundId))!
  const plain = { id: 'an-entry', seq: 1, effectiveOn: '2025-12-31', recordedAt: '', hash: '' }
  const of = (type: string) =>
    journalNews(book, [{ entry: { ...plain, body: { type } } as unknown as Entry }])
  expect([of('CharterAmended'), of('AuditorsDismissed'), of('DonationReceived')]).toMatchObject([
    [{ kind: 'security', memberId: undefined, told: { cause: 'charter-changed' } }],
    [{ kind: 'security', memberId: undefined, told: { cause: 'auditors-ended' } }],
    [],
  ])
})

test('what receipts say of a whole book is what the accounts of its savers and borrowers say', async () => {
  const its = await texting()
  const { store } = its.needs
  const book = (await bookOf(store, its.fundId))!
  const owners = new Map(book.loans.map(({ loanId, memberId }) => [loanId, memberId]))
  const entries = await entriesAfter(store, its.fundId, 0)
  const receipts = receiptsOf(entries, { ownerOf: (loanId) => owners.get(loanId), currency: 'KHR' })
  expect(receipts.size).toBeGreaterThan(5)
  const told = ['SharesBought', 'SavingsDeposited', 'SavingsWithdrawn']
  for (const { memberId } of book.members) {
    const postings = await store.postings(its.fundId, {
      accounts: [`liability:savings:${memberId}`],
    })
    const moved = postings.filter(({ entryType }) => told.includes(entryType))
    const saved = moved.reduce((sum, { amount }) => sum - amount, 0)
    const { saved: put = 0, handedOut = 0 } = receipts.get(memberId) ?? {}
    expect(put - handedOut).toBe(saved)
  }
  const repaid = [...receipts.values()].reduce((sum, one) => sum + one.repaid, 0)
  const cash = entries.flatMap(({ entry: { body } }) =>
    body.type === 'RepaymentRecorded' ? [body.amount] : [],
  )
  expect(repaid).toBe(cash.reduce((sum, amount) => sum + amount, 0))
})
