import { type Server, type Socket, connect, createServer } from 'node:net'

/** What becomes of the next COMMIT of a write that passes. */
export type Cut =
  /** It never arrives at the server. */
  | 'before'
  /** It is sent on, and the line is cut in the same moment. */
  | 'meanwhile'
  /** The server has answered, and the answer never arrives. */
  | 'after'

export type Proxy = {
  /** The database behind the proxy, by way of it. */
  readonly url: string
  readonly cutNext: (cut: Cut) => void
  /** How many COMMITs were cut off. */
  readonly cuts: () => number
  /** Nobody listens any more, and who was connected is cut off. */
  readonly vanish: () => Promise<void>
  readonly appear: () => Promise<void>
  /** Takes everything in and passes nothing on, as a line does that is dead without anybody knowing. */
  readonly stall: (isStalled: boolean) => void
}

const isCommit = (chunk: Buffer): boolean => chunk[0] === 0x51 && chunk.includes('commit\0')

const listening = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })

/** A line to a server that can be cut at the worst moment. */
export const proxyTo = async (url: string): Promise<Proxy> => {
  const target = new URL(url)
  const open = new Set<Socket>()
  let next: Cut | undefined
  let cut = 0
  let isStalled = false

  const passOn = (client: Socket): void => {
    const server = connect(Number(target.port), target.hostname)
    let isToAnswer = true
    let isWriting = false
    const end = (): void => {
      client.destroy()
      server.destroy()
    }
    for (const socket of [client, server]) {
      open.add(socket)
      socket.setNoDelay(true)
      socket.on('error', end).on('close', () => open.delete(socket) && end())
    }
    client.on('data', (chunk: Buffer) => {
      if (isStalled) return
      if (chunk.includes('pg_advisory_xact_lock')) isWriting = true
      const how = isCommit(chunk) && isWriting ? next : undefined
      if (isCommit(chunk)) isWriting = false
      if (how !== undefined) {
        next = undefined
        cut += 1
      }
      if (how === 'before') return end()
      if (how === 'after') isToAnswer = false
      server.write(chunk)
      if (how === 'meanwhile') {
        client.destroy()
        server.end()
      }
    })
    server.on('data', (chunk: Buffer) => {
      if (!isToAnswer) end()
      else if (!isStalled) client.write(chunk)
    })
  }

  let server = createServer(passOn)
  const port = await listening(server, 0)
  const through = new URL(url)
  through.port = `${port}`
  return {
    url: through.href,
    cutNext: (how) => {
      next = how
    },
    cuts: () => cut,
    vanish: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of open) socket.destroy()
      await closed
    },
    appear: async () => {
      server = createServer(passOn)
      await listening(server, port)
    },
    stall: (now) => {
      isStalled = now
    },
  }
}
