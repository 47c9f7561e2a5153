import { beforeAll, expect, test } from 'vitest'
import { dayBefore } from '#domain/kernel/dates.ts'
import { buyShares, recordDeposit } from '#domain/savings/operations/money.ts'
import { acts } from '#src/desk/acts.ts'
import type { Content } from '#src/desk/content.ts'
import type { Desk } from '#src/desk/desk.ts'
import { priceTyped } from '#src/desk/loans/cost.ts'
import { officerNamed } from '#src/desk/officers.ts'
import { deskAfter, formAt, practiceDesk, sentAt } from '#test/desk/at-the-desk.ts'
import { appraised, requested } from '#test/support/committee.ts'

let desk: Desk
beforeAll(async () => {
  desk = await practiceDesk()
})

const memberOf = (card: string) => desk.book.members.find((one) => one.card === card)!
const loanOf = (asked: string) => desk.book.loans.find(({ number }) => number === asked)!
const nobody = '00000000-0000-8000-8000-000000000000'

test('about somebody or something that is not in the book there is no form', async () => {
  for (const { name, subject, form } of acts)
    if (subject !== 'fund') expect([name, await form(desk, nobody)]).toEqual([name, undefined])
})

test('what happened on the day on which the book begins is written down, and nothing before it', async () => {
  const { openedOn } = desk.book.fund
  const { memberId } = memberOf('M02')
  const deposit = (day: string) => sentAt(desk, ['deposit', memberId], { amount: '5000', day })
  expect((await deposit(openedOn)).faults).toEqual({})
  expect(Object.keys((await deposit(dayBefore(openedOn))).faults)).toEqual(['day'])
})

test('where nothing is due today the next payment is told, and on its day what is due, once', async () => {
  const { loanId } = loanOf('L25-15')
  const labelsOn = async (today: string) => {
    const { told = [] } = await formAt({ ...desk, today }, 'repayment', loanId)
    return JSON.stringify(told)
  }
  const before = await labelsOn('2025-12-31')
  expect(before).toContain('Next payment')
  expect(before).not.toContain('Due today')
  const day = /"due":\{"loanId":"[^"]*","on":"([^"]*)"/.exec(before)![1]!
  const onTheDay = await labelsOn(day)
  expect(onTheDay).toContain('Due today')
  expect(onTheDay).not.toContain('Next payment')
})

test('what is seldom asked of a repayment lies in a fold', async () => {
  const { fields } = await formAt(desk, 'repayment', loanOf('L25-15').loanId)
  const folded = fields.flatMap(({ name, isFolded }) => (isFolded ? [name] : []))
  expect(folded).toEqual(expect.arrayContaining(['early', 'excessTo']))
  expect(folded).not.toContain('amount')
})

test('where the meeting votes, officers are asked alone whether they were there, and each was until somebody says otherwise', async () => {
  const { fields, prefilled = {} } = await formAt(desk, 'savings-interest', desk.fundId)
  const votes = fields.flatMap((field) =>
    'choices' in field && prefilled[field.name] === 'there' ? [field] : [],
  )
  const officers = desk.book.members.filter(({ offices }) => offices.length > 0)
  expect(votes).toHaveLength(officers.length)
  for (const { choices } of votes)
    expect(choices.map(({ value }) => value)).toEqual(['there', 'out', 'away'])
})

test('an officer is named where names may be seen, and by card elsewhere', () => {
  const officer = desk.book.members.find(({ offices }) => offices.length > 0)!
  expect(officerNamed({ language: 'en' }, officer)).toContain(officer.card)
  const named = officerNamed({ language: 'en', nameOf: () => 'Sok Dara' }, officer)
  expect(named).toContain('Sok Dara')
  expect(named).toContain(officer.card)
})

test('whoever closes the book is told through which day it was closed before', async () => {
  const toldOf = async (closedThrough: string | undefined) => {
    const fund = { ...desk.book.fund, ...(closedThrough !== undefined && { closedThrough }) }
    const { told } = await formAt(
      { ...desk, book: { ...desk.book, fund } },
      'period-close',
      desk.fundId,
    )
    return JSON.stringify(told)
  }
  expect(await toldOf('2025-06-30')).toContain('30 June 2025')
  expect(await toldOf(undefined)).not.toContain('30 June 2025')
})

test('an account for payment codes is taken as the command wants it', async () => {
  const { fields } = await formAt(desk, 'receiving-account', desk.fundId)
  const [account, city] = ['account', 'city'].map((name) =>
    fields.find((one) => one.name === name)!,
  )
  for (const wrong of ['', 'no account at all', '@'])
    expect(account!.read(wrong)).toHaveProperty('fault')
  expect(city!.read('Phnom Penh')).toEqual({ text: 'Phnom Penh' })
})

test('who stands for an office is elected to that one, each with the votes beside the card', async () => {
  const officer = desk.book.members.find(({ offices }) => offices.length > 0)!
  const { command } = await sentAt(desk, ['election', desk.fundId], {
    office: 'box-keeper',
    electorate: 'all',
    by: 'hands',
    present: '20',
    card1: 'M02',
    votes1: '12',
    card2: 'M03',
    votes2: '8',
    until: '2026-12-31',
    confirmedBy: officer.memberId,
  })
  expect(command?.['contests']).toEqual([
    {
      office: 'box-keeper',
      seats: 1,
      candidates: [
        { memberId: memberOf('M02').memberId, votes: 12 },
        { memberId: memberOf('M03').memberId, votes: 8 },
      ],
    },
  ])
})

test('the sum that a page is about is the largest thing on it', async () => {
  const { memberId } = memberOf('M02')
  for (const name of ['deposit', 'waiting-money', 'take-out']) {
    const { fields } = await formAt(desk, name, memberId)
    expect([name, fields.find((one) => one.name === 'amount')?.as]).toEqual([name, 'number'])
  }
})

test('whoever answers a dispute names the line that corrects it, and no line where nothing was corrected', async () => {
  const id = '00000000-0000-8000-8000-0000000000d1'
  const { memberId } = memberOf('M02')
  const about = { kind: 'savings', memberId } as const
  const disputes = [
    { disputeId: id, raisedOn: '2025-12-01', about, reason: 'other', answers: [] },
  ] as const
  const at = { ...desk, book: { ...desk.book, disputes } }
  const form = await formAt(at, 'dispute-answer', id)
  const second = form.fields.find(({ name }) => name === 'approvedBy')!
  const approvedBy = 'choices' in second ? second.choices[0]!.value : ''
  const line = '00000000-0000-8000-8000-0000000000e1'
  const faults = (answer: string, correctedBy?: string) => {
    const typed: Readonly<Record<string, string>> = { answer, approvedBy, line: correctedBy ?? '' }
    return [...form.check({ id: 'an-id', day: desk.today, of: (name) => typed[name] ?? '' }).keys()]
  }
  expect(faults('stands')).toEqual([])
  expect(faults('stands', line)).toEqual(['line'])
  expect(faults('corrected')).toEqual(['line'])
  expect(faults('corrected', line)).toEqual([])
})

test('what happened to a place names no household, and needs no gauge where a reason stands for it', async () => {
  const { command, faults } = await sentAt(desk, ['event', desk.fundId], {
    kind: 'flood',
    places: 'A',
    from: '2025-12-01',
    to: '2025-12-20',
    proof: 'commune-note',
    mark: 'No. 12',
  })
  expect(faults).toEqual({})
  expect(command).toHaveProperty('places', ['A'])
  expect(command?.['memberIds']).toBeUndefined()
})

test('where no donor has given anything for a purpose, no purpose is chosen already', async () => {
  const windows = desk.book.windows.slice(0, 0)
  const { prefilled } = await formAt(
    { ...desk, book: { ...desk.book, windows } },
    'support-payout',
    desk.fundId,
  )
  expect(prefilled).not.toHaveProperty('window')
})

test('who lives with a member is told by card, each of them as a mark, and that nobody does in words', async () => {
  const placements = [{ id: 'p', on: '2025-01-01', householdId: 'h', change: 'formed' }] as const
  const members = desk.book.members.map((one) => {
    const { placements: _, ...alone } = one
    return ['M02', 'M03', 'M04'].includes(one.card) ? { ...alone, placements } : alone
  })
  const at = { ...desk, book: { ...desk.book, members } }
  const factsOf = async (card: string) =>
    ((await formAt(at, 'household', memberOf(card).memberId)).told ?? []).flatMap((part) =>
      part.is === 'facts' ? part.facts : [],
    )
  expect(await factsOf('M02')).toMatchObject([{ text: 'M03 · M04', isMark: true }])
  expect(await factsOf('M05')).toEqual([expect.not.objectContaining({ isMark: true })])
})

test('interest on savings goes on from the last day that has borne any, whatever was written down last or taken back', async () => {
  const paidTo = (entryId: string, to: string, isTakenBack?: true) => ({
    entryId,
    from: '2025-01-01',
    to,
    ...(isTakenBack && { isTakenBack }),
  })
  const interests = [
    paidTo('a', '2025-03-31'),
    paidTo('b', '2025-09-30'),
    paidTo('c', '2025-06-30'),
    paidTo('d', '2025-11-30', true),
  ] as unknown as Desk['book']['interests']
  const form = await formAt(
    { ...desk, book: { ...desk.book, interests } },
    'savings-interest',
    desk.fundId,
  )
  expect(form.prefilled).toMatchObject({ from: '2025-10-01', to: desk.today })
})

test('whoever has asked for savings twice says which of the two stays saved, and nobody else’s stands there', async () => {
  const saver = memberOf('M02').memberId
  const asked = (requestId: string, memberId: string, askedOn: string) => ({
    requestId,
    memberId,
    amount: 1000,
    handedOut: 0,
    askedOn,
    isCancelled: false,
  })
  const at = async (...waiting: readonly ReturnType<typeof asked>[]) => {
    const withdrawals = waiting as unknown as Desk['book']['withdrawals']
    const form = await formAt(
      { ...desk, book: { ...desk.book, withdrawals } },
      'leave-saved',
      saver,
    )
    const which = form.fields.find(({ name }) => name === 'requestId')!
    const values = 'choices' in which ? which.choices.map(({ value }) => value) : []
    return [values, form.prefilled?.['requestId']]
  }
  const others = asked('c', memberOf('M03').memberId, '2025-12-01')
  const [first, second] = [asked('a', saver, '2025-12-02'), asked('b', saver, '2025-12-03')]
  expect(await at(others, first)).toEqual([['a'], 'a'])
  expect(await at(first, others, second)).toEqual([['a', 'b'], undefined])
})

test('what somebody deposits is held against what the same one has deposited before, and not against shares', async () => {
  const rowsOf = (memberId: string) =>
    desk.needs.store.postings(desk.fundId, { accounts: [`liability:savings:${memberId}`] })
  const told: number[] = []
  for (const { memberId } of desk.book.members) {
    const types = new Set((await rowsOf(memberId)).map(({ entryType }) => entryType))
    if (!types.has(buyShares.entry) || types.has(recordDeposit.entry)) continue
    const form = await formAt(desk, 'deposit', memberId)
    const of = (name: string): string => (name === 'amount' ? '9000000' : '')
    const { asksAgain = [] } = await form.effect({ id: 'an-id', day: desk.today, of })
    told.push(asksAgain.length)
  }
  expect(told.length).toBeGreaterThan(0)
  expect(new Set(told)).toEqual(new Set([0]))
})

test('of five who may stand for a loan two are asked for in the open, the others in their fold', async () => {
  const { fields } = await formAt(deskAfter([requested(), appraised()]), 'guarantee', 'l1')
  const folded = fields.flatMap(({ name, isFolded }) => (isFolded === true ? [name] : []))
  expect(folded).toEqual(['card3', 'upTo3', 'card4', 'upTo4', 'card5', 'upTo5'])
})

test('a price beside a request that is typed stands apart, and before the vote a refusal stands above it', async () => {
  const desk = deskAfter([requested(), appraised()])
  const priceIn = (told: Content = []) => told.find((part) => part.is === 'loan-price')
  const asked = requested() as unknown as Parameters<typeof priceTyped>[1]
  expect(priceIn(priceTyped(desk, asked))).toMatchObject({ isBeside: true })
  const { told } = await formAt(desk, 'disclosure', 'l1')
  expect(priceIn(told)).toMatchObject({ isRefusalAbove: true })
})

test('an officer who is kin of somebody who died has no part in ending the loan', async () => {
  const { fields } = await formAt(deskAfter([requested(), appraised()]), 'death-settled', 'm1')
  const votes = fields.flatMap(({ name }) => (name.startsWith('vote-') ? [name] : []))
  expect(votes).toEqual(['vote-o1', 'vote-o2', 'vote-o3', 'vote-o5'])
})
