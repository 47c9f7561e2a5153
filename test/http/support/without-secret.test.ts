import { expect, test } from 'vitest'
import { app } from '#src/http/app.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { asking, wanted } from '#test/http/support/team.ts'

test('without a secret of its own a service keeps nothing about anybody', async () => {
  const village = await twoNetworks()
  const on = asking(village)
  const { sealing: _, ...bare } = village.needs
  const service = app(bare)
  const answer = await service.request(`/v1/funds/${village.f1.fundId}/support`, {
    method: 'POST',
    headers: {
      host: '127.0.0.1:3000',
      'content-type': 'application/json',
      authorization: `Bearer ${await on.find('record-keeper').token()}`,
    },
    body: JSON.stringify({ ...on.envelope(), ...wanted(village.f1) }),
  })
  expect(answer.status).toBe(409)
})
