import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Duplex } from 'node:stream'
import { RequestError, getRequestListener } from '@hono/node-server'
import type { Service } from '#src/http/app.ts'
import { problem } from '#src/http/problem.ts'

/*
 * A door on this machine. What no request can be made of is answered by the service as well, so that no answer
 * comes without its headers and none of them is a fault of the service.
 */

/**
 * How long a connection stays open with nothing on it: longer than proxies keep theirs (60 s and 120 s are usual), so that
 * none sends what somebody wrote down just as this end hangs up.
 */
const idleMs = 125_000

/** What the parser of the protocol stops at, as the runtime itself would tell it. */
const statusOf: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** Answers on the bare connection of something that is no request, and hangs up. */
const hangUpWith = async (socket: Duplex, answer: Response): Promise<void> => {
  const body = await answer.text()
  const lines = [...answer.headers].map(([name, value]) => `${name}: ${value}`)
  if (!socket.writable) return void socket.destroy()
  socket.end(
    [
      `HTTP/1.1 ${answer.status} Refused`,
      ...lines,
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}

/** What a service shows that speaks TLS itself; PEM. */
export type Tls = { readonly cert: string; readonly key: string }

type Opened = {
  readonly host: string
  readonly port: number
  readonly tls?: Tls | undefined
  readonly listens: () => void
}

/** What answers: of it no more is asked than that, and what it says to what is no request. */
type Answering = Pick<Service, 'fetch' | 'unreadable'>

/** Opens the door, and answers whatever comes through it. */
export const openFor = (service: Answering, { host, port, tls, listens }: Opened): Server => {
  const listener = getRequestListener(service.fetch, {
    errorHandler: (error) =>
      error instanceof RequestError ? service.unreadable() : problem(500, 'internal-error'),
  })
  // A request without a host name comes to the service too, which answers with its headers.
  const options = { keepAliveTimeout: idleMs, requireHostHeader: false }
  const answered = (asked: IncomingMessage, answer: ServerResponse): void =>
    void listener(asked, answer)
  const server = tls
    ? createTlsServer({ ...options, ...tls, minVersion: 'TLSv1.2' }, answered)
    : createServer(options, answered)
  server.listen(port, host, listens)
  server.on('clientError', (error: Error & { readonly code?: string }, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    void service
      .unreadable(statusOf[error.code ?? ''])
      .then((answer) => hangUpWith(socket, answer))
      .catch(() => socket.destroy())
  })
  // Something else is expected than that the body may come.
  server.on('checkExpectation', (asked: IncomingMessage, outgoing: ServerResponse) => {
    void service.unreadable(417).then(async (answer) => {
      outgoing.writeHead(answer.status, Object.fromEntries(answer.headers))
      outgoing.end(await answer.text())
      asked.resume()
    })
  })
  return server
}
