import { expect, test } from 'vitest'
import { kinshipOf } from '#domain/fund/people/particulars.ts'
import { isActingOn } from '#domain/fund/people/members.ts'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { oneOfEach } from '#test/http/commands/one-of-each.ts'
import { commandsPath, headOf, send } from '#test/http/commands/sending.ts'
import { practice, practiceDay } from '#test/support/service.ts'

const approvals = [{ login: practiceSecond.login, secret: practiceSecond.pin }]

test('a program is held to kin like a page: a vote and an appraisal are refused by code, and nothing is written', async () => {
  const village = await practice()
  const { needs, fundId } = village
  const { DecideLoan: vote, AppraiseLoan: appraisal } = await oneOfEach(village)
  const { members, requests } = (await bookOf(needs.store, fundId))!
  const borrowerOf = (id: string) => requests.find(({ loanId }) => loanId === id)!.asked.memberId
  const kin = members.find(
    (member) => isActingOn(member, practiceDay) && member.memberId !== vote.ballot.confirmedBy,
  )!
  const declare = (firstId: string, secondId: string) =>
    needs.store.keepKinships(fundId, [
      {
        ...kinshipOf({ firstId, secondId, relation: 'same-household' }),
        fundId,
        declaredAt: needs.clock(),
      },
    ])
  await declare(borrowerOf(vote.loanId), kin.memberId)
  await declare(borrowerOf(appraisal.loanId), appraisal.appraisedBy)
  const sent = async (item: object) => {
    const token = await village.as('record-keeper')
    return (await send(village, commandsPath(village), { token, commands: [item] }))[0]!
  }
  const before = await headOf(village)
  expect(await sent({ ...vote, approvals })).toMatchObject({
    outcome: 'refused',
    code: 'kin-must-step-out',
  })
  expect(await sent(appraisal)).toMatchObject({ outcome: 'refused', code: 'appraiser-is-kin' })
  expect(await headOf(village)).toEqual(before)
  const ballot = { ...vote.ballot, recused: [kin.memberId] }
  const id = needs.ids()
  expect(await sent({ ...vote, id, ballot, approvals })).toMatchObject({ outcome: 'recorded' })
})
