import { beforeEach, expect, test } from 'vitest'
import { owingOn } from '#domain/health/book.ts'
import { dueBy } from '#src/app/lending/before-after.ts'
import { moneyInTable } from '#src/words/locale.ts'
import { type AtMeeting, day, meeting } from '#test/http/meeting/at-meeting.ts'
import { pageText } from '#test/pages/page-text.ts'

let at: AtMeeting
beforeEach(async () => {
  at = await meeting()
})

const text = async (step: string, door?: Parameters<AtMeeting['as']>[0]): Promise<string> => {
  const token = door === undefined ? at.token : await at.as(door)
  const answer = await at.ask(
    `/funds/${at.fundId}/meetings/${day}${step === '' ? '' : `/${step}`}`,
    { token },
  )
  expect(answer.status).toBe(200)
  return pageText(await answer.text())
}

const idOf = (card: string): string =>
  at.book.members.find((member) => member.card === card)!.memberId

const envelope = () => ({ id: at.needs.ids(), v: 1 as const, effectiveOn: day })

const officers = () => at.book.members.filter(({ offices }) => offices.length > 0)

/** A loan for somebody's health: asked for, told and voted on by raised hands, then refused. */
const refusedLoan = async (): Promise<void> => {
  const loanId = at.needs.ids()
  const chair = officers().find(({ offices }) => offices.some(({ office }) => office === 'chair'))!
  const asked = {
    loanId,
    memberId: idOf('M45'),
    product: 'emergency',
    principal: 90_000,
    months: 3,
    purpose: 'health',
  } as const
  const ballot = {
    by: 'meeting',
    recused: [],
    confirmedBy: chair.memberId,
    hands: { present: 55, yes: 20, no: 33 },
  } as const
  const looked = { appraisedBy: chair.memberId, finding: 'sound', burden: 'up-to-33' } as const
  const told = { textHash: 'a'.repeat(64), language: 'km', paidOutOn: day } as const
  const answers = await at.needs.record(
    at.fundId,
    [
      { ...envelope(), type: 'RequestLoan', ...asked },
      { ...envelope(), type: 'AppraiseLoan', loanId, ...looked },
      { ...envelope(), type: 'DiscloseCost', loanId, ...told },
      { ...envelope(), type: 'DecideLoan', loanId, ballot, reason: 'no-cash' },
      {
        ...envelope(),
        type: 'RecordGrantPayout',
        windowId: 'migration',
        grantNumber: 'G26-7',
        amount: 417_300,
      },
      { ...envelope(), type: 'RecordDeposit', memberId: idOf('M45'), amount: 31_700 },
    ],
    { actor: 'test', device: 'test' },
  )
  expect(answers.map(({ outcome }) => outcome)).toEqual(answers.map(() => 'recorded'))
}

test('minutes have a line for each decision, with its votes; private matters are a family need', async () => {
  await refusedLoan()
  const minutes = await text('minutes')
  expect(minutes).toContain('Vote on a loan: no')
  expect(minutes).toContain(
    'card M45; 90,000\u202f៛; Family need; by raised hands: 20 for, 33 against',
  )
  expect(minutes).toContain('The fund has not enough cash now')
  expect(minutes).not.toContain('Health')
})

test('support stands in the minutes by its code alone, and nobody’s savings stand in them', async () => {
  await refusedLoan()
  const minutes = await text('minutes')
  expect(minutes).toContain('support G26-7')
  expect(minutes).not.toContain('417,300')
  expect(minutes).not.toContain('31,700')
  expect(minutes).not.toContain('migration')
})

test('a difference of the box stands in the minutes with who kept the box', async () => {
  await at.done('open', { sum: '13237500' })
  expect(await text('minutes')).toContain(
    '13,237,500\u202f៛; 300\u202f៛ missing; who kept the box: nobody by office',
  )
  const keeper = { type: 'AppointOfficer', memberId: idOf('M45'), office: 'box-keeper' } as const
  const by = { actor: 'test', device: 'test' }
  await at.needs.record(at.fundId, [{ ...envelope(), ...keeper }], by)
  expect(await text('minutes')).toContain('who kept the box: box-keeper, card M45')
})

test('a cost stands in the minutes until it is taken back', async () => {
  const [first, second] = officers()
  const by = { actor: first!.memberId, device: 'test' }
  const cost = { ...envelope(), type: 'RecordExpense', amount: 7_700 } as const
  await at.needs.record(at.fundId, [cost], by)
  expect(await text('minutes')).toContain('7,700\u202f៛')
  const back = {
    ...envelope(),
    type: 'ReverseEntry',
    reverses: cost.id,
    reason: 'did-not-happen',
    approvedBy: second!.memberId,
  } as const
  const [answer] = await at.needs.record(at.fundId, [back], by)
  expect(answer).toMatchObject({ seq: expect.any(Number) as number })
  // The cost is gone from them; that it was taken back, and why, is not.
  const after = await text('minutes')
  expect(after).not.toContain('Running costs')
  expect(after).toMatch(/Line taken back\s+7,700/)
})

test('relief stands in the minutes by its event and how many loans it touches', async () => {
  const { loanId } = at.book.loans.at(-1)!
  const relief = {
    ...envelope(),
    type: 'RecordRelief',
    eventId: 'E7',
    kind: 'flood',
    touched: [{ loanId, from: '2026-01-01', to: '2026-03-31' }],
  } as const
  await at.needs.record(at.fundId, [relief], { actor: 'test', device: 'test' })
  expect(await text('minutes')).toContain('event E7; loans touched: 1')
})

test('minutes and wall sheet of a meeting carry its code once it is closed', async () => {
  await at.done('open', { sum: '13237800' })
  expect(await text('wall')).toContain('has not been closed yet')
  await at.done('close', { sum: '13237800' })
  const code = (await at.bookNow()).meetings.at(-1)!.closing!.code!.digits
  const spoken = `${code.slice(0, 4)} ${code.slice(4)}`
  expect(await text('minutes')).toContain(spoken)
  expect(await text('wall')).toContain(spoken)
})

test('the wall tells of the fund as a whole and of nobody’s own', async () => {
  await refusedLoan()
  const wall = await text('wall')
  expect(wall).toContain('Requests for a loan refused 1')
  expect(wall).toContain('20 January 2026')
  for (const { card } of at.book.members) expect(wall).not.toContain(card)
  for (const { number } of at.book.loans) expect(wall).not.toContain(number)
})

test('the empty sheet has a row a card in the columns of the page, and names for the committee alone', async () => {
  const own = await text('sheet')
  const auditors = await text('sheet', 'auditor')
  for (const sheet of [own, auditors]) {
    for (const { card, isFormer } of at.book.members) if (!isFormer) expect(sheet).toContain(card)
    for (const title of ['Shares', 'Social fund in', 'Principal paid', 'In all', 'Banknotes'])
      expect(sheet).toContain(title)
  }
  const [name] = (await at.needs.store.names(at.fundId)).map(({ khmer }) => khmer!)
  expect(own).toContain(name)
  expect(auditors).not.toContain(name)
})

test('the empty sheet says what each loan asks for that day and what is left of it', async () => {
  const sheet = await text('sheet')
  const open = owingOn(at.book.loans, day).filter(({ owed }) => owed > 0)
  expect(open.length).toBeGreaterThan(20)
  for (const { loan, owed } of open) {
    const due = dueBy(loan, day).total
    const [asked, left] = [due, owed].map((amount) =>
      amount === 0 ? '–' : moneyInTable({ amount, currency: 'KHR' }),
    )
    expect(sheet).toContain(`${loan.number} ${asked} ${left}`)
  }
  expect(open.some(({ loan }) => dueBy(loan, day).total > 0)).toBe(true)
})

test('the desk leads through every step and says how far each has come', async () => {
  const desk = await text('')
  for (const step of [
    '1 · Count in',
    '2 · Who is here',
    '3 · At the table 0 of 60 have been at the table',
    '4 · Loans ○ nothing waits',
    '5 · Count out',
    'Hand out savings that were asked for',
    'Answer what is not right',
    'Count who is away',
    'Minutes to read aloud and sign ○ after the closing',
    'Record support paid',
  ])
    expect(desk).toContain(step)
  expect(desk.match(/Count who is away/g)).toHaveLength(1)
  await at.done('open', { sum: '13237800' })
  await at.done(`pass/${idOf('M02')}`, { social: '1000' })
  const later = await text('')
  expect(later).toContain('1 · Count in ✓ done')
  expect(later).toContain('1 of 60 have been at the table')
})
