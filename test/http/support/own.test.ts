import { expect, test } from 'vitest'
import { secretOfAll, today, twoNetworks } from '#test/http/access/two-networks.ts'
import { asking, wanted } from '#test/http/support/team.ts'

test('whose grant it is reads it and the own book, and stops it at once without a reason', async () => {
  const village = await twoNetworks()
  const on = asking(village)
  const { memberIds, fundId } = village.f1
  const own = {
    kind: 'reintegration',
    amount: 300_000,
    memberId: memberIds['household-login'],
  }
  const asked = await on.send(on.find('record-keeper'), `/v1/funds/${fundId}/support`, {
    json: { ...on.envelope(), ...wanted(village.f1, own) },
  })
  expect(await on.one(asked)).toMatchObject({ outcome: 'recorded' })
  const code = (await village.store.supportFiles(fundId))[0]!.code
  const owner = on.find('household-login')
  const show = async (form: Record<string, string>) =>
    village.service.request(`/funds/${fundId}/me/support`, {
      method: 'POST',
      headers: {
        host: '127.0.0.1:3000',
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Bearer ${await owner.token()}`,
      },
      body: new URLSearchParams(form).toString(),
    })
  expect((await show({ secret: 'wrong' })).status).toBe(403)
  const seen = await show({ secret: secretOfAll })
  expect(await seen.text()).toContain('300,000')
  await show({ secret: secretOfAll, stop: code })
  const file = await on.send(on.find('chair'), `/v1/funds/${fundId}/support/${code}/file`)
  expect(await file.json()).toMatchObject({ stoppedOn: today, followUps: [] })
})
