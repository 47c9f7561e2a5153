import { expect, test } from 'vitest'
import { approverOf } from '#src/app/identity/approver.ts'
import {
  type Lending,
  chairsWord,
  check,
  hands,
  lending,
  readAloud,
  somebodyFree,
  written,
} from '#test/http/lending/at-lending.ts'
import { agencyRefusal } from '#src/app/network/agency-guard.ts'
import { agenciesForAnybody } from '#src/app/network/register.ts'
import { pageText } from '#test/pages/page-text.ts'
import { bearing } from '#test/support/means.ts'

const agenciesOf = ({ needs }: Lending) => agenciesForAnybody(needs.store, { today: needs.today() })

const leaving = {
  principal: '100000',
  months: '2',
  product: 'emergency',
  purpose: 'papers-and-travel',
  channel: 'agency',
  isAdult: 'yes',
  agencyCheckedOn: '2025-12-20',
  // Invented, and licensed.
  agencyLicence: '001/0',
}

const lookedInto = async (at: Lending, seen: Readonly<Record<string, string>>): Promise<string> => {
  const { memberId } = await somebodyFree(at)
  const { entryId: loanId } = await written(at, `request?member=${memberId}`, leaving)
  const looked = { appraisedBy: at.keeper.memberId, finding: 'sound', ...bearing('up-to-33') }
  await written(at, `appraisal?loan=${loanId}`, { ...looked, ...seen })
  await written(at, `disclosure?loan=${loanId}`, readAloud)
  return loanId
}

test('a second officer who has seen the licence types the word, and the vote is taken', async () => {
  const at = await lending()
  const loanId = await lookedInto(at, { agencySeenBy: at.chair.memberId, ...chairsWord })
  await written(at, `decision?loan=${loanId}`, { ...hands(at, 50, 3), ...chairsWord })
})

test('what one officer says of an agency is no check: the vote is refused in words', async () => {
  const at = await lending()
  const loanId = await lookedInto(at, {})
  const { status, html } = await check(at, `decision?loan=${loanId}`, hands(at, 50, 3))
  expect(status).toBe(409)
  expect(pageText(html)).toContain('was not seen by two officers')
})

test('the second officer’s word is asked for where one is named, and only there', () => {
  const looked = { type: 'AppraiseLoan', loanId: 'l', appraisedBy: 'a', finding: 'sound' }
  expect(approverOf(looked as never)).toBeUndefined()
  expect(approverOf({ ...looked, agencySeenBy: 'b' } as never)).toBe('b')
})

test.each([
  ['no licence is named', '', 'Write the number of the agency’s licence'],
  ['nobody has that licence', '999/9', 'No agency of the register has this licence'],
  // The eighth invented agency lost its licence 127 days before today.
  ['the licence was taken away', '008/0', 'By the register this agency may send nobody'],
])('a loan to leave is not asked for where %s', async (_, agencyLicence, said) => {
  const at = await lending()
  const { memberId } = await somebodyFree(at)
  const answer = await check(at, `request?member=${memberId}`, { ...leaving, agencyLicence })
  expect(answer.status).toBe(409)
  expect(pageText(answer.html)).toContain(said)
})

test('a licence that is taken away before the vote stops the loan', async () => {
  const at = await lending()
  const loanId = await lookedInto(at, { agencySeenBy: at.chair.memberId, ...chairsWord })
  const { needs, networkId } = at
  const [party] = (await agenciesOf(at)).filter(({ licence }) => licence.number === '001/0')
  const factId = needs.ids()
  const on = { v: 1, effectiveOn: needs.today() } as const
  const send = (actor: string, command: object) =>
    needs.recordNetwork(networkId, [{ ...on, id: needs.ids(), ...command } as never], {
      actor,
      device: 'test',
    })
  await send('ann', {
    type: 'RecordPartyFacts',
    partyId: party!.partyId,
    facts: [{ factId, fact: { what: 'licence', became: 'removed', from: '2025-12-30' } }],
    source: 'ministry-letter',
    seenOn: '2025-12-30',
  })
  await send('bopha', {
    type: 'CheckPartyFacts',
    facts: [{ partyId: party!.partyId, factId }],
    how: 'official-page',
  })
  const yes = await check(at, `decision?loan=${loanId}`, hands(at, 50, 3))
  expect(yes.status).toBe(409)
  expect(pageText(yes.html)).toContain('may send nobody')
})

test('a loan that is dated back to before a licence was taken away is not asked for either', async () => {
  const { needs, networkId, fundId } = await lending()
  const refusal = agencyRefusal(needs, { networkId, fundId, today: needs.today() })
  const asked = (agencyLicence: string, effectiveOn: string) => {
    const migration = { channel: 'agency', agencyLicence }
    return refusal({ type: 'RequestLoan', effectiveOn, migration } as never)
  }
  // It still sent people in June, and lost its licence in August.
  expect(await asked('008/0', '2025-06-30')).toBe('agency-not-licensed')
  expect(await asked('001/0', '2025-06-30')).toBeUndefined()
})
