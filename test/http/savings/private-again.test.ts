import { beforeEach, expect, test } from 'vitest'
import { issueCard } from '#src/app/identity/cards.ts'
import { today, twoNetworks } from '#test/http/access/two-networks.ts'
import { type Village, asking } from '#test/http/support/team.ts'
import { ourHost } from '#test/support/service.ts'

/*
 * Whoever knows the journal knows the id, the day and the sum of each private line. Sent again under the name of one member
 * after another, the answer must not tell whose it is.
 */

let village: Village
beforeEach(async () => {
  village = await twoNetworks()
})

const owners = ['household-card', 'household-login', 'neighbour', 'key-holder'] as const
type Owner = (typeof owners)[number]

const sent = async (who: Owner, line: object) => {
  const on = asking(village)
  const memberId = village.f1.memberIds[who]
  const json = { ...on.envelope(), memberId, ...line }
  const { fundId } = village.f1
  const path = `/v1/funds/${fundId}/private-savings`
  return on.one(await on.send(on.find('record-keeper'), path, { json }))
}

type Line = { readonly id: string; readonly direction: string; readonly amount: number }

const lines = async (): Promise<readonly Line[]> => {
  const { needs, f1 } = village
  const { pin } = await issueCard(needs, {
    fundId: f1.fundId,
    memberId: f1.memberIds['household-card'],
  })
  const of = (direction: string, amount: number) => ({ id: needs.ids(), direction, amount })
  const [paidIn, takenOut] = [of('in', 9_000), of('out', 2_000)]
  for (const [line, secret] of [
    [paidIn, undefined],
    [takenOut, pin],
  ] as const)
    expect(await sent('household-card', { ...line, ...(secret ? { secret } : {}) })).toMatchObject({
      outcome: 'recorded',
    })
  return [paidIn, takenOut]
}

test('a private line sent again is answered alike whoever is named as its owner', async () => {
  for (const line of await lines()) {
    const same: string[] = []
    const other: string[] = []
    for (const who of owners) {
      same.push(JSON.stringify(await sent(who, { ...line, secret: 'x' })))
      other.push(JSON.stringify(await sent(who, { ...line, amount: 123, secret: 'x' })))
    }
    expect(new Set(same).size).toBe(1)
    expect(same[0]).toContain('recorded')
    expect(new Set(other).size).toBe(1)
    expect(other[0]).toContain('conflict')
  }
})

test('on the page of the desk too', async () => {
  const place = `/funds/${village.f1.fundId}/record/private-savings`
  const token = await asking(village).find('record-keeper').token()
  const [year, month, day] = today.split('-') as [string, string, string]
  const posted = async (path: string, who: Owner, line: Line) => {
    const { id, ...rest } = line
    const said = Object.fromEntries(Object.entries(rest).map(([key, is]) => [key, String(is)]))
    const answer = await village.service.request(path, {
      method: 'POST',
      headers: { host: ourHost, authorization: `Bearer ${token}` },
      body: new URLSearchParams({
        id,
        member: village.f1.memberIds[who],
        day,
        month,
        year,
        ...said,
      }),
    })
    return `${answer.status} ${answer.headers.get('location')}`
  }
  for (const line of await lines())
    for (const path of [`${place}/confirm`, place])
      for (const [amount, status] of [
        [line.amount, '303'],
        [123, '409'],
      ] as const) {
        const told = new Set<string>()
        for (const who of owners) told.add(await posted(path, who, { ...line, amount }))
        expect(told.size, path).toBe(1)
        expect([...told][0]).toContain(status)
      }
})
