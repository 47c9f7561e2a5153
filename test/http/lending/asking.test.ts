import { expect, test } from 'vitest'
import { lenderKinds } from '#domain/loans/request/request-state.ts'
import {
  type Lending,
  askedFor,
  check,
  chairsWord,
  hands,
  lending,
  somebodyFree,
  written,
} from '#test/http/lending/at-lending.ts'
import type { Fields } from '#test/http/desk/at-desk.ts'
import { pageText } from '#test/pages/page-text.ts'
import { bearing, endedByIt } from '#test/support/means.ts'

const taskOf = async (at: Lending): Promise<string> =>
  `request?member=${(await somebodyFree(at)).memberId}`

const askedOf = async (at: Lending, loanId: string) =>
  (await at.bookNow()).requests.find((one) => one.loanId === loanId)!.asked

const recordedWith = async (fields: Fields) => {
  const at = await lending()
  const { entryId } = await written(at, await taskOf(at), { ...askedFor, ...fields })
  return askedOf(at, entryId)
}

/** What the form says of a field that was wrong, and the place where it says it. */
const faultOf = async (fields: Fields): Promise<readonly string[]> => {
  const at = await lending()
  const { status, html } = await check(at, await taskOf(at), { ...askedFor, ...fields })
  expect(status).toBe(400)
  return [...html.matchAll(/id="([\w-]+)-fault">([^<]*)</g)].map(
    ([, name, said]) => `${name}: ${said}`,
  )
}

test('the form asks for all that a request can say, what is seldom needed in folds of its own', async () => {
  const at = await lending()
  const { html } = await at.page(`record/${await taskOf(at)}`)
  const names = new Set([...html.matchAll(/name="([\w-]+)"/g)].map(([, name]) => name))
  for (const name of ['fee', 'deposit', 'security', 'balloon', 'dueOn', 'graceOnPrincipal'])
    expect(names, name).toContain(name)
  for (const name of ['graceOnInterest', 'channel', 'isAdult', 'agencyCheckedOn', 'lightens'])
    expect(names, name).toContain(name)
  for (const kind of lenderKinds) expect(names).toContain(`lender-${kind}`)
  const folds = [...html.matchAll(/<summary>([^<]*)<\/summary>/g)].map(([, said]) => said)
  expect(folds).toEqual([
    'Paid back another way than each month',
    'Fee, deposit or security',
    'For papers and travel: who leaves, and how',
    'For paying a costly debt off: which lender',
    'Another day',
  ])
})

test('days of one’s own, a balloon and grace come into the request as they were typed', async () => {
  const own = await recordedWith({ dueOn: '2026-04-20 2026-08-20 2026-12-20', balloon: '100000' })
  expect(own.months).toBe(3)
  expect(own.plan).toEqual({
    dueOn: ['2026-04-20', '2026-08-20', '2026-12-20'],
    balloon: 100_000,
  })
  const grace = { graceOnPrincipal: '2', graceOnInterest: '1', graceIs: 'forgiven' }
  expect((await recordedWith(grace)).plan).toEqual({
    graceOnPrincipal: 2,
    graceOnInterest: { instalments: 1, is: 'forgiven' },
  })
})

test('the facts of a loan for papers come into the request', async () => {
  const leaving = { purpose: 'papers-and-travel', channel: 'agency', isAdult: 'yes' }
  const asked = await recordedWith({
    ...leaving,
    agencyCheckedOn: '2025-12-15',
    agencyLicence: '001/0',
  })
  expect(asked.migration).toEqual({
    channel: 'agency',
    isAdult: true,
    agencyCheckedOn: '2025-12-15',
    agencyLicence: '001/0',
  })
})

test.each([
  ['a land title', { security: 'land-title' }, 'Lend without it, or with guarantors.'],
  ['a fee that makes it too dear', { fee: '20000' }, 'Leave out the fee'],
  ['a deposit', { deposit: '100000' }, 'Leave out the fee and the deposit'],
  [
    'a fee to get the job',
    {
      purpose: 'papers-and-travel',
      channel: 'state-programme',
      isAdult: 'yes',
      recruitmentFee: '50000',
    },
    'Ask the migration team before anybody pays.',
  ],
  [
    'a child who leaves',
    { purpose: 'papers-and-travel', channel: 'papers-only' },
    'ask the migration team for advice in private.',
  ],
  [
    'an agency that nobody looked up',
    { purpose: 'papers-and-travel', channel: 'agency', isAdult: 'yes', agencyLicence: '001/0' },
    'Let the migration team look it up',
  ],
])('%s is refused with the reason and what to do next', async (_, fields, said) => {
  const at = await lending()
  const { status, html } = await check(at, await taskOf(at), { ...askedFor, ...fields })
  expect(status).toBe(409)
  expect(pageText(html)).toContain(said)
})

test.each([
  ['dueOn', { dueOn: '2026-04-20', every: 'week' }],
  ['dueOn', { dueOn: '2026-04-20 2026-03-20' }],
  ['dueOn', { dueOn: '2026-02-30' }],
  ['balloon', { balloon: '400000' }],
  ['fee', { fee: '300000', deposit: '100000' }],
  ['graceOnPrincipal', { graceOnPrincipal: '8' }],
  ['graceOnInterest', { graceIs: 'deferred' }],
  ['firstDueOn', { firstDueOn: '2025-12-01' }],
])('what a plan cannot hold is told at its field: %s', async (name, fields) => {
  expect((await faultOf(fields)).map((line) => line.split(':')[0])).toEqual([name])
})

test('a buy-out goes from the request to the appraisal, the pay-out and the receipt by kind of lender', async () => {
  const at = await lending()
  const { entryId: loanId } = await written(at, await taskOf(at), {
    ...askedFor,
    purpose: 'buy-out',
    'lender-moneylender': 'yes',
    burdenBefore: 'above-50',
    burdenAfter: 'above-50',
    lightens: 'yes',
  })
  await written(at, `appraisal?loan=${loanId}`, {
    appraisedBy: at.chair.memberId,
    finding: 'sound',
    ...bearing('above-50'),
    ...endedByIt,
  })
  await written(at, `disclosure?loan=${loanId}`, { inLanguage: 'km' })
  await written(at, `decision?loan=${loanId}`, { ...hands(at, 50, 3), ...chairsWord })
  // It was read for the next meeting, and is paid out today.
  await written(at, `disclosure?loan=${loanId}`, { inLanguage: 'km' })
  const { entryId, receipt } = await written(at, `payout?loan=${loanId}`, {
    number: 'L26-77',
    'lender-moneylender': 'yes',
  })
  expect(receipt).toContain('Paid straight to a moneylender')
  expect(receipt).toContain('Name of the lender')
  const [row] = await at.needs.store.find(at.fundId, [entryId])
  expect(JSON.parse(row!.data)).toMatchObject({ lenderKinds: ['moneylender'], flags: [] })
})
