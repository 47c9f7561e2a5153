import { expect, test } from 'vitest'
import type { FundBook } from '#domain/health/book.ts'
import { issueCard } from '#src/app/identity/cards.ts'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { commandsPath, send } from '#test/http/commands/sending.ts'
import { practising, visitor } from '#test/http/entrance-visits.ts'
import { hiddenOf } from '#test/http/meeting/filled.ts'
import { type Practice, practiceDay } from '#test/support/service.ts'

const eventId = 'E2025-9'

const bookNow = async ({ needs, fundId }: Practice): Promise<FundBook> =>
  (await bookOf(needs.store, fundId))!

/** Officers declare a flood by the river, and the meeting puts off everything that it touches. */
const flooded = async (village: Practice): Promise<void> => {
  const token = await village.as('record-keeper')
  const path = commandsPath(village)
  const envelope = () => ({ id: village.needs.ids(), v: 1, effectiveOn: practiceDay, eventId })
  const declared = {
    ...envelope(),
    type: 'DeclareEvent',
    kind: 'flood',
    places: ['river'],
    from: practiceDay,
    evidence: { is: 'gauge', station: 'KRATIE', levelCm: 2310 },
  }
  await send(village, path, { token, commands: [declared] })
  const read = `/v1/funds/${village.fundId}/relief/events/${eventId}`
  const { list } = (await (await village.ask(read, { token })).json()) as { list: object[] }
  const { members } = await bookNow(village)
  const chair = members.find(({ offices }) => offices.some(({ office }) => office === 'chair'))!
  const given = {
    ...envelope(),
    type: 'ActivateRelief',
    touched: list,
    ballot: {
      by: 'meeting',
      hands: { present: 55, yes: 50, no: 2 },
      recused: [],
      confirmedBy: chair.memberId,
    },
    approvals: [{ login: practiceSecond.login, secret: practiceSecond.pin }],
  }
  const [answer] = await send(village, path, { token, commands: [given] })
  expect(answer).toMatchObject({ outcome: 'recorded' })
}

/** A browser that has come in by a freshly printed card of that member. */
const byCard = async (village: Practice, memberId: string) => {
  const card = await issueCard(village.needs, { fundId: village.fundId, memberId })
  const phone = visitor(village)
  const seen = await phone.send('/card', { c: card.token, pin: card.pin })
  expect([seen.status, seen.location]).toEqual([303, `/funds/${village.fundId}/me`])
  return phone
}

const formOf = (page: string): string =>
  /<form method="post" action="[^"]*\/me\/relief">[\s\S]*?<\/form>/.exec(page)?.[0] ?? ''

test('a household says no on its own page: its loan is as it was, its neighbours’ stay put off, and the page says so', async () => {
  const village = await practising()
  const before = await bookNow(village)
  await flooded(village)
  const during = await bookNow(village)
  const touched = new Set(
    during.events.find((event) => event.eventId === eventId)!.touched.map(({ loanId }) => loanId),
  )
  const [own, neighbour] = before.loans.filter(
    ({ loanId, deferrals }) => touched.has(loanId) && deferrals.length === 0,
  )
  const loanIn = ({ loans }: FundBook, loanId: string) =>
    loans.find((loan) => loan.loanId === loanId)!
  expect(loanIn(during, own!.loanId)).not.toEqual(own)

  const me = `/funds/${village.fundId}/me`
  const phone = await byCard(village, own!.memberId)
  const offered = await phone.get(me)
  expect(offered.text).toContain('Payments put off: flood')
  expect(offered.text).toContain('It costs you nothing, and no payment grows.')
  const form = hiddenOf(formOf(offered.page))
  expect(form).toEqual({ event: eventId })
  const said = await phone.send(`${me}/relief`, form)
  expect([said.status, said.location]).toEqual([303, me])

  const after = await bookNow(village)
  expect(loanIn(after, own!.loanId)).toEqual(own)
  expect(loanIn(after, neighbour!.loanId)).toEqual(loanIn(during, neighbour!.loanId))
  const seen = await phone.get(me)
  expect(seen.text).toContain(
    'On 31 December 2025 you said that you do not want this. You pay on the agreed days.',
  )
  expect(formOf(seen.page)).toBe('')
  const khmer = await phone.get(`${me}?lang=km`)
  expect(khmer.text).toContain('អ្នកបានប្រាប់ថាមិនចង់ពន្យារ')

  // Sent twice it is said once; and nobody says no to what is not theirs.
  expect((await phone.send(`${me}/relief`, form)).status).toBe(303)
  expect(await bookNow(village)).toEqual(after)
  expect((await phone.send(`${me}/relief`, { event: 'E2025-8' })).status).toBe(404)

  const next = await byCard(village, neighbour!.memberId)
  const theirs = await next.get(me)
  expect(theirs.text).not.toContain('you said that you do not want this')
  expect(formOf(theirs.page)).not.toBe('')
})
