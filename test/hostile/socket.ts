import { connect } from 'node:net'

type Heard = {
  /** All that came back, however many answers it was. */
  readonly text: string
  readonly statuses: readonly number[]
  /** Whether the other side hung up, and not this one because it had waited long enough. */
  readonly isClosed: boolean
}

type Part = string | Uint8Array | { readonly until: Promise<unknown> }

/** Whether the service has come to what it was asked before: it answers this, which was asked later. */
const isThrough = (url: string): Promise<unknown> => fetch(`${url}/healthz`).catch(() => undefined)

/**
 * Says bytes to a port just as they are, one part after the other, and listens until it is quiet: for a while, and
 * until the service has answered somebody who came later. Where no answer is to come, `waitMs` is how long one is
 * waited for, before that somebody comes.
 */
export const say = (
  url: string,
  parts: readonly Part[],
  { waitMs = 30_000, quietMs = 150 }: { readonly waitMs?: number; readonly quietMs?: number } = {},
): Promise<Heard> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url)
    const chunks: Buffer[] = []
    let isClosed = false
    const socket = connect({ host: hostname, port: Number(port) })
    const end = (): void => {
      socket.destroy()
      const text = Buffer.concat(chunks).toString('latin1')
      const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map((found) => Number(found[1]))
      resolve({ text, statuses, isClosed })
    }
    let timer: NodeJS.Timeout | undefined
    const endUnlessMore = async (): Promise<void> => {
      const before = chunks.length
      await isThrough(url)
      if (chunks.length === before) end()
    }
    socket.on('data', (chunk) => {
      chunks.push(chunk)
      clearTimeout(timer)
      timer = setTimeout(() => void endUnlessMore(), quietMs)
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      isClosed = true
      clearTimeout(timer)
      end()
    })
    const sayAll = async (): Promise<void> => {
      for (const part of parts) {
        if (socket.destroyed) return
        if (typeof part === 'object' && 'until' in part) await part.until
        else socket.write(part)
      }
      if (chunks.length === 0) timer = setTimeout(() => void endUnlessMore(), waitMs)
    }
    void sayAll()
  })

/** A request as it stands on the wire; `line` is its first line without the version. */
export const request = (line: string, headers: readonly string[] = [], body = ''): string =>
  [`${line} HTTP/1.1`, ...headers, '', body].join('\r\n')
