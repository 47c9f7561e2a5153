import { secretOfAll } from '#test/http/access/two-networks.ts'
import type { Made, Means } from '#test/http/access/means.ts'

const effectiveOn = '2025-12-30'

const asked = ({ newId, target }: Means) => ({
  id: newId(),
  effectiveOn,
  windowId: target.windowId,
  amount: 100,
  parts: 1,
  kind: 'papers',
  isAdult: true,
  way: 'cash',
  papers: [{ paper: 'id-card', number: newId() }],
})

const step = ({ newId }: Means): Made => ({ json: { id: newId(), effectiveOn, step: 'closed' } })
const erase = ({ target: { voucher } }: Means): Made => ({
  json: { approver: { login: voucher, secret: secretOfAll } },
})
const change = (): Made => ({ json: { is: 'stopped', on: effectiveOn } })

/** What is sent about grants. */
export const supportBodies: Readonly<Record<string, (means: Means) => Made>> = {
  'POST /v1/funds/:fundId/support': (means) => ({
    json: { ...asked(means), memberId: means.target.memberId, checkerId: means.target.cardless },
  }),
  'POST /v1/funds/:fundId/support/:code/steps': step,
  'POST /v1/funds/:fundId/support/:code/at-once': ({ newId, target: { voucher } }) => ({
    json: { id: newId(), effectiveOn, approver: { login: voucher, secret: secretOfAll } },
  }),
  'POST /v1/funds/:fundId/support/:code/file': change,
  'POST /v1/funds/:fundId/support/:code/erase': erase,
  'GET /v1/funds/:fundId/windows/:windowId/report': () => ({ query: '?year=2025' }),
  'GET /v1/networks/:networkId/pot/windows/:potWindow/report': () => ({ query: '?year=2025' }),
  'GET /v1/networks/:networkId/support/outcomes': () => ({ query: '?year=2024' }),
  'POST /v1/networks/:networkId/funds/:fundId/support': (means) => ({
    json: { ...asked(means), checkerId: means.newId() },
  }),
  'POST /v1/networks/:networkId/funds/:fundId/support/:code/steps': step,
  'POST /v1/networks/:networkId/funds/:fundId/support/:code/file': change,
  'POST /v1/networks/:networkId/funds/:fundId/support/:code/erase': erase,
}
