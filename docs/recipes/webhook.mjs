// Hears what a network tells (docs/links.md), and prints each piece of news once. WEBHOOK_KEY is the whsec_… of the link's page.
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { heardFrom } from 'village-fund/webhooks'

const seen = new Set() // Keep them where they outlive this program: the same news may come again for three days.
const bytesMost = 65_536

const hear = async (request, response) => {
  const answer = (status) => response.writeHead(status).end()
  if (request.method !== 'POST' || !(Number(request.headers['content-length']) <= bytesMost))
    return answer(413)
  // The signature is over these very bytes: nothing may read and write them anew before.
  const body = await text(request)
  const headers = new Headers(Object.entries(request.headers).map(([k, v]) => [k, String(v)]))
  const told = await heardFrom(process.env.WEBHOOK_KEY, { headers, body })
  if (!told) return answer(401)
  // Answered first: whoever waits ten seconds tells it again.
  answer(204)
  const id = headers.get('webhook-id')
  if (seen.has(id)) return undefined
  seen.add(id)
  console.log(JSON.stringify({ type: told.type, ...told.data }))
}
const server = createServer((request, response) => void hear(request, response))
server.listen(Number(process.env.PORT ?? 8080), '127.0.0.1', () =>
  console.log(`Listening on ${server.address().port}`),
)
