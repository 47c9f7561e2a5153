import { expect, test } from 'vitest'
import {
  chairsWord,
  hands,
  lending,
  lookedInto,
  readAloud,
  written,
} from '#test/http/lending/at-lending.ts'
import { bearing } from '#test/support/means.ts'

test('a program reads what waits, what was decided, and what became of a loan', async () => {
  const at = await lending()
  const loanId = await lookedInto(at)
  const read = async (path: string, token = at.token) => {
    const answer = await at.ask(`/v1/funds/${at.fundId}/${path}`, { token })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
  const waiting = (await read('requests?state=appraised')).body['items'] as unknown[]
  expect(waiting).toHaveLength(1)
  expect(waiting[0]).toMatchObject({
    loanId,
    state: 'appraised',
    next: 'decision',
    principal: 400_000,
    purpose: 'trade',
    appraisal: { finding: 'sound', appraisedBy: at.chair.memberId },
    decision: null,
  })
  expect((await read('requests?state=lost')).status).toBe(400)
  await written(at, `guarantee?loan=${loanId}`, {
    card1: at.keeper.card,
    upTo1: '100000',
    approvedBy: at.chair.memberId,
    ...chairsWord,
  })
  await written(at, `disclosure?loan=${loanId}`, readAloud)
  await written(at, `decision?loan=${loanId}`, { ...hands(at, 50, 2), ...chairsWord })
  await written(at, `payout?loan=${loanId}`, { number: 'L26-01', amount: '300000' })
  await written(at, `payout-part?loan=${loanId}`, { amount: '100000' })
  const paidOut = { state: 'paid-out', next: null, decision: { by: 'meeting', yes: 50, no: 2 } }
  expect((await read(`requests/${loanId}`)).body).toMatchObject(paidOut)
  expect((await read(`loans/${loanId}`)).body).toMatchObject({
    parts: [{ amount: 100_000 }],
    decision: { outcome: 'approved', present: 55, confirmedBy: at.chair.memberId },
    guarantees: [{ memberId: at.keeper.memberId, upTo: 100_000, now: 100_000 }],
    guarantors: 1,
    planChanges: [],
    fines: [],
    recoveries: [],
    claim: 0,
  })
  const household = await at.as('household')
  expect((await read('requests', household)).status).toBe(403)
  expect((await read(`requests/${loanId}`, household)).status).toBe(404)
})

test('a household reads its own request and loan, and no id of anybody else', async () => {
  const at = await lending()
  const own = (await at.needs.store.cards(at.fundId))[0]!.memberId
  const { entryId: loanId } = await written(at, `request?member=${own}`, {
    principal: '100000',
    months: '2',
    product: 'emergency',
    purpose: 'health',
  })
  await written(at, `appraisal?loan=${loanId}`, {
    appraisedBy: at.chair.memberId,
    finding: 'sound',
    ...bearing('up-to-33'),
  })
  await written(at, `guarantee?loan=${loanId}`, {
    card1: at.keeper.card,
    upTo1: '100000',
    approvedBy: at.chair.memberId,
    ...chairsWord,
  })
  await written(at, `disclosure?loan=${loanId}`, readAloud)
  await written(at, `decision?loan=${loanId}`, { ...hands(at, 50, 2), ...chairsWord })
  await written(at, `payout?loan=${loanId}`, { number: 'L26-01' })
  const token = await at.as('household')
  for (const path of [`requests/${loanId}`, `loans/${loanId}`]) {
    const answer = await at.ask(`/v1/funds/${at.fundId}/${path}`, { token })
    const text = await answer.text()
    expect([path, answer.status]).toEqual([path, 200])
    expect(JSON.parse(text)).toMatchObject({
      guarantees: null,
      guarantors: 1,
      decision: { yes: 50, confirmedBy: null },
    })
    for (const { memberId, card } of [at.chair, at.keeper]) {
      expect(text).not.toContain(memberId)
      expect(text).not.toContain(card)
    }
  }
})
