import { beforeEach, expect, test } from 'vitest'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Village, asking } from '#test/http/support/team.ts'
import { ourHost } from '#test/support/service.ts'

/* A pot to which two donors give, each in a money of its own. */

let village: Village
beforeEach(async () => {
  village = await twoNetworks()
})

type Fields = Readonly<Record<string, string>>

const send = async (act: string, fields: Fields) => {
  const answer = await village.service.request(`/network/pot/${act}`, {
    method: 'POST',
    headers: {
      host: ourHost,
      'content-type': 'application/x-www-form-urlencoded',
      'accept-language': 'en',
      authorization: `Bearer ${await asking(village).find('administrator').token()}`,
    },
    body: new URLSearchParams(fields),
  })
  const page = await answer.text()
  const hidden = page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
  const carried = Object.fromEntries([...hidden].map(([, name, value]) => [name!, value!]))
  return { text: pageText(page), carried }
}

test('a gift is read in the money of the donor who was chosen, whichever was there first', async () => {
  const { needs, a } = village
  const envelope = { id: needs.ids(), v: 1, effectiveOn: needs.today() } as const
  const opened = {
    ...envelope,
    type: 'OpenPotWindow',
    windowId: 'in-dollars',
    currency: 'USD',
  } as const
  const by = { actor: 'test', device: 'test' }
  expect(await needs.recordNetwork(a.networkId, [opened], by)).toMatchObject([
    { outcome: 'recorded' },
  ])
  const given = async (window: string, amount: string) => {
    const read = await send('received', { id: needs.ids(), window, amount, place: 'bank' })
    return (await send('received', read.carried)).text
  }
  expect(await given('in-dollars', '12.50')).toContain('Money from a donor: $12.50')
  expect(await given(a.potWindow, '2500')).toContain('Money from a donor: 2,500\u202f៛')
  const held = async (windowId: string) => {
    const rows = await village.store.potSubjects(a.networkId)
    const { data } = rows.find(({ kind, key }) => kind === 'pot-window' && key === windowId)!
    return (JSON.parse(data) as { held: number }).held
  }
  expect([await held('in-dollars'), await held(a.potWindow)]).toEqual([1250, 12_500])
})

test('a part that was paid by a form that comes again is counted once, and told the same', async () => {
  const { needs, a } = village
  const pay = async (amount: string) =>
    (await send(`pay/${a.potCode}`, { id: needs.ids(), amount, place: 'bank' })).carried
  await send(`pay/${a.potCode}`, await pay('1000'))
  const form = await pay('2500')
  const said = /Paid so far 1,000\u202f៛ .*Still to pay after this 500\u202f៛/
  for (const { text } of [
    await send(`pay/${a.potCode}`, form),
    await send(`pay/${a.potCode}`, form),
  ])
    expect(text).toMatch(said)
})
