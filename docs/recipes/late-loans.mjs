// Who is late in every fund of mine, as CSV. FUND_URL and FUND_TOKEN say where, and who asks.
import { villageFund } from 'village-fund/client'
const { ask } = villageFund(process.env.FUND_URL, { token: process.env.FUND_TOKEN })
const sure = ({ ok, data, problem }) => { if (ok) return data; throw new Error(problem.code) } // prettier-ignore
for (const { fundId } of sure(await ask('GET /v1/funds')).items)
  for (let cursor; cursor !== null;) {
    const asked = { path: { fundId }, query: { status: 'late', cursor } }
    const page = sure(await ask('GET /v1/funds/{fundId}/loans', asked))
    for (const { card, number, overdue } of page.items) console.log(`${card},${number},${overdue}`)
    cursor = page.nextCursor
  }
