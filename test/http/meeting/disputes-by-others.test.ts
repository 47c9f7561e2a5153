import { beforeEach, describe, expect, test } from 'vitest'
import { isReversible } from '#domain/corrections/reversible.ts'
import { bookOf } from '#src/app/queries.ts'
import { opened } from '#src/app/rows.ts'
import { hiddenOf } from '#test/http/meeting/filled.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

let village: Practice
let household: string
let own: { readonly memberId: string; readonly card: string }
beforeEach(async () => {
  village = await practice()
  household = await village.as('household')
  const [card] = await village.needs.store.cards(village.fundId)
  own = (await bookNow()).members.find(({ memberId }) => memberId === card!.memberId)!
})

const bookNow = async () => (await bookOf(village.needs.store, village.fundId))!
const length = async () => (await village.needs.store.read(village.fundId, 0, 10_000)).length
/** Some line of the book about a member that can be put right. */
const lineOf = async (memberId: string) => {
  const rows = await village.needs.store.read(village.fundId, 0, 10_000)
  return rows
    .map((row) => opened(row))
    .find(({ body }) => isReversible(body) && 'memberId' in body && body.memberId === memberId)!
}
const path = (rest: string): string => `/funds/${village.fundId}/${rest}`

type Told = {
  readonly outcome: string
  readonly code?: string
  readonly at?: string
  readonly receipt?: string
}

const say = async (json: object, token: string | undefined = household) => {
  const answer = await village.ask(`/v1/funds/${village.fundId}/disputes/own`, { token, json })
  const body = (await answer.json()) as { answers?: Told[]; code?: string }
  return { status: answer.status, code: body.code, told: body.answers?.[0] }
}

const about = { kind: 'savings' } as const
const reason = 'wrong-amount'
const newId = () => village.needs.ids()

describe('somebody without a phone', () => {
  test('tells the auditor that something is not right, who writes it down on a page', async () => {
    const auditor = await village.as('auditor')
    const list = await (await village.ask(path('disputes'), { token: auditor })).text()
    expect(list).toContain(`href="${path('record/dispute')}"`)
    const place = path(`record/dispute?member=${own.memberId}`)
    const page = await (await village.ask(place, { token: auditor })).text()
    const filled = {
      ...hiddenOf(page),
      about: 'savings',
      reason: 'other',
      day: '31',
      month: '12',
      year: '2025',
    }
    const post = (rest: string) =>
      village.ask(path(rest), { token: auditor, body: new URLSearchParams(filled) })
    expect((await post('record/dispute/confirm')).status).toBe(200)
    expect((await post('record/dispute')).status).toBe(303)
    expect((await bookNow()).disputes.at(-1)).toMatchObject({
      about: { kind: 'savings', memberId: own.memberId },
    })
    const keeper = await village.as('record-keeper')
    const told = await (await village.ask(path('disputes'), { token: keeper })).text()
    expect(pageText(told)).toContain(own.card)
  })

  test('tells the auditor, who sends it by a program and answers nothing', async () => {
    const token = await village.as('auditor')
    const send = async (command: object) => {
      const json = { commands: [{ id: newId(), v: 1, effectiveOn: '2025-12-31', ...command }] }
      const answer = await village.ask(`/v1/funds/${village.fundId}/commands`, { token, json })
      return ((await answer.json()) as { answers: Told[] }).answers[0]
    }
    const whose = { kind: 'savings', memberId: own.memberId }
    expect(await send({ type: 'RaiseDispute', about: whose, reason })).toMatchObject({
      outcome: 'recorded',
    })
    const { disputeId } = (await bookNow()).disputes.at(-1)!
    const answering = { answer: 'stands', approvedBy: own.memberId }
    expect(await send({ type: 'AnswerDispute', disputeId, ...answering })).toMatchObject({
      code: 'not-yours-to-do',
    })
  })
})

describe('a household by a program', () => {
  test('says that its own savings, loan or line is not right, with a receipt, and once', async () => {
    const id = newId()
    const first = await say({ id, about, reason })
    expect(first).toMatchObject({ status: 200, told: { outcome: 'recorded' } })
    expect(first.told!.receipt).toBeDefined()
    // The journal is read by officers: it says neither who nor from which phone.
    const [row] = await village.needs.store.find(village.fundId, [id])
    expect([row!.recordedBy, row!.device]).toEqual(['household', ''])
    const before = await length()
    village.pass(24 * 3_600_000)
    household = await village.as('household')
    // The same sent again is the same answer, on another day too; said anew while it waits, it is told so.
    expect((await say({ id, about, reason })).told).toEqual(first.told)
    expect(await say({ id: newId(), about, reason })).toMatchObject({
      status: 200,
      told: { outcome: 'refused', code: 'dispute-waits' },
    })
    expect(await length()).toBe(before)
    const line = await lineOf(own.memberId)
    const ofLine = await say({ id: newId(), about: { kind: 'entry', entryId: line.id }, reason })
    expect(ofLine.told).toMatchObject({ outcome: 'recorded' })
    expect((await bookNow()).disputes.at(-1)!.about).toEqual({ kind: 'entry', entryId: line.id })
  })

  test('is told of a neighbour’s line what it is told of one that is not there', async () => {
    const book = await bookNow()
    const other = book.loans.find(({ memberId }) => memberId !== own.memberId)!
    const before = await length()
    const id = newId()
    const none = await say({ id, about: { kind: 'loan', loanId: newId() }, reason })
    expect(none.told).toMatchObject({ outcome: 'invalid', code: 'loan-unknown' })
    expect(await say({ id, about: { kind: 'loan', loanId: other.loanId }, reason })).toEqual(none)
    const theirs = await lineOf(other.memberId)
    const noLine = await say({ id, about: { kind: 'entry', entryId: newId() }, reason })
    expect(noLine.told).toMatchObject({ outcome: 'invalid', code: 'entry-unknown' })
    const line = { kind: 'entry', entryId: theirs.id }
    expect(await say({ id, about: line, reason })).toEqual(noLine)
    expect(await length()).toBe(before)
  })

  test('names nobody: another’s savings, an odd word or a day of its own choosing is refused', async () => {
    const before = await length()
    const someone = (await bookNow()).members.find(({ memberId }) => memberId !== own.memberId)!
    const id = newId()
    for (const odd of [
      { id, about: { kind: 'savings', memberId: someone.memberId }, reason },
      { id, about: { kind: 'rumour' }, reason },
      { id, about, reason: 'because' },
      { id, about, reason, effectiveOn: '2020-01-01' },
      { id: 'x', about, reason },
    ])
      expect((await say(odd)).status).toBe(400)
    expect((await say({ id, about, reason }, await village.as('auditor'))).status).toBe(403)
    expect(await length()).toBe(before)
  })
})
