import type { ServiceRequest, Practice } from '#test/support/service.ts'
import type { Running } from '#test/edge/worker.ts'

export const startSecret = 'a secret for the first link, only for this test'

/** Asks a running Worker over the wire as `Practice.ask` asks a service in memory. */
export const askOf =
  ({ url }: Running): Practice['ask'] =>
  (path, { token, method, json, body, headers }: ServiceRequest = {}) =>
    fetch(`${url}${path}`, {
      method: method ?? (json === undefined && body === undefined ? 'GET' : 'POST'),
      redirect: 'manual',
      headers: {
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(json === undefined
        ? body === undefined
          ? {}
          : { body }
        : { body: JSON.stringify(json) }),
    })

/** What the operator asks of a new Worker: the first link into it, without its host. */
export const firstLink = async (running: Running, tries = 5): Promise<string> => {
  const answer = await askOf(running)('/first-link', { method: 'POST', token: startSecret })
  // A whole year is taken in before the first answer; a machine that is busy says so, and is asked again.
  if (answer.status === 503 && tries > 0) return firstLink(running, tries - 1)
  const said = await answer.text()
  const link = said.split('\n').find((line) => line.includes('?key='))
  if (link === undefined) throw new Error(`no link: ${answer.status} ${said}`)
  return link.replace(/^https?:\/\/[^/]+/, '')
}
