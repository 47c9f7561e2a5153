import { expect, test } from 'vitest'
import { commandsPath, send } from '#test/http/commands/sending.ts'
import {
  type Lending,
  askedFor,
  chairsWord,
  lending,
  somebodyFree,
  written,
} from '#test/http/lending/at-lending.ts'
import { pageText } from '#test/pages/page-text.ts'
import { practiceDay } from '#test/support/service.ts'

/* Who looked into a request says so by the own word, or the loan's page says that it was written down for them. */

const requested = async (at: Lending): Promise<string> => {
  const { memberId } = await somebodyFree(at)
  return (await written(at, `request?member=${memberId}`, askedFor)).entryId
}

const sent = async (at: Lending, more: object, by: 'record-keeper' | 'chair' = 'record-keeper') => {
  const token = await at.as(by)
  const command = { id: at.needs.ids(), v: 1, type: 'AppraiseLoan', effectiveOn: practiceDay }
  const commands = [{ ...command, appraisedBy: at.chair.memberId, finding: 'sound', ...more }]
  return (await send(at, commandsPath(at), { token, commands }))[0]
}

const pageOf = async (at: Lending, loanId: string): Promise<string> =>
  pageText((await at.page(`loans/${loanId}`)).html)

test('an appraisal that somebody wrote in another one’s name says so on the loan’s page', async () => {
  const at = await lending()
  const loanId = await requested(at)
  expect(await sent(at, { loanId })).toMatchObject({ outcome: 'recorded' })
  expect(await pageOf(at, loanId)).toContain('who has not confirmed it')
})

test('nobody signs for whoever looked into it: the own secret goes with it', async () => {
  const at = await lending()
  const loanId = await requested(at)
  const signed = { loanId, signedBy: at.chair.memberId }
  expect(await sent(at, signed)).toMatchObject({ outcome: 'refused', code: 'approval-needed' })
  const { login, secret } = chairsWord
  const wrong = { approvals: [{ login, secret: '111111' }] }
  expect(await sent(at, { ...signed, ...wrong })).toMatchObject({ outcome: 'refused' })
  const right = { approvals: [{ login, secret }] }
  expect(await sent(at, { ...signed, ...right })).toMatchObject({ outcome: 'recorded' })
  expect(await pageOf(at, loanId)).not.toContain('who has not confirmed it')
})

test('on the form whoever looked into it confirms it on the same device', async () => {
  const at = await lending()
  const loanId = await requested(at)
  const looked = { appraisedBy: at.chair.memberId, finding: 'sound', signsHere: 'yes' }
  await written(at, `appraisal?loan=${loanId}`, { ...looked, ...chairsWord })
  expect(await pageOf(at, loanId)).not.toContain('who has not confirmed it')
})
