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
  /** How many transactions were begun and statements answered since this was asked last, and how often the line was waited for. */
  readonly asked: () => {
    readonly transactions: number
    readonly statements: number
    readonly turns: number
  }
  /** Nobody listens any more, and who was connected is cut off. */
  readonly vanish: () => Promise<void>
  readonly appear: () => Promise<void>
  /** Takes everything in and passes nothing on, as a line does that is dead without anybody knowing. */
  readonly stall: (isStalled: boolean) => void
}

/** A statement of ours that begins so, alone or together with others: several may come at once. */
const says = (chunk: Buffer, text: string): boolean => {
  for (let at = chunk.indexOf(text); at >= 0; at = chunk.indexOf(text, at + 1))
    if (at >= 5 && chunk[at - 5] === 0x51) return true
  return false
}

/** The server says after each statement that it waits for the next one. */
const readySign = Buffer.from([0x5a, 0, 0, 0, 5])
/** And so once no transaction is open. */
const idleSign = Buffer.concat([readySign, Buffer.from('I')])
const readiesIn = (chunk: Buffer): number => {
  let count = 0
  for (let at = chunk.indexOf(readySign); at >= 0; at = chunk.indexOf(readySign, at + 1)) count += 1
  return count
}

const listening = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })

type State = {
  readonly open: Set<Socket>
  next: Cut | undefined
  cuts: number
  isStalled: boolean
  transactions: number
  statements: number
  turns: number
}

/** Joins a client to the server behind, and cuts the two apart where that is asked. */
const join = (client: Socket, target: URL, state: State): void => {
  const server = connect(Number(target.port), target.hostname)
  let isToAnswer = true
  let isWriting = false
  let isAnswered = true
  const end = (): void => {
    client.destroy()
    server.destroy()
  }
  for (const socket of [client, server]) {
    state.open.add(socket)
    socket.setNoDelay(true)
    socket.on('error', end).on('close', () => state.open.delete(socket) && end())
  }
  const cutOf = (chunk: Buffer): Cut | undefined => {
    if (says(chunk, 'begin;')) state.transactions += 1
    if (chunk.includes('pg_advisory_xact_lock')) isWriting = true
    if (!says(chunk, 'commit\0')) return undefined
    const how = isWriting ? state.next : undefined
    isWriting = false
    if (how !== undefined) {
      state.next = undefined
      state.cuts += 1
    }
    return how
  }
  client.on('data', (chunk: Buffer) => {
    if (state.isStalled) return
    if (isAnswered) state.turns += 1
    isAnswered = false
    const how = cutOf(chunk)
    if (how === 'before') return end()
    if (how === 'after') isToAnswer = false
    server.write(chunk)
    if (how === 'meanwhile') {
      client.destroy()
      server.end()
    }
  })
  server.on('data', (chunk: Buffer) => {
    state.statements += readiesIn(chunk)
    isAnswered = true
    // What was sent with the COMMIT is answered before it.
    if (!isToAnswer && chunk.includes(idleSign)) end()
    else if (isToAnswer && !state.isStalled) client.write(chunk)
  })
}

/** A line to a server that can be cut at the worst moment. */
export const proxyTo = async (url: string): Promise<Proxy> => {
  const target = new URL(url)
  const none = { cuts: 0, transactions: 0, statements: 0, turns: 0 }
  const state: State = { open: new Set(), next: undefined, isStalled: false, ...none }
  const newServer = (): Server => createServer((client) => join(client, target, state))
  let server = newServer()
  const port = await listening(server, 0)
  const through = new URL(url)
  through.port = `${port}`
  return {
    url: through.href,
    cutNext: (how) => {
      state.next = how
    },
    cuts: () => state.cuts,
    asked: () => {
      const { transactions, statements, turns } = state
      Object.assign(state, { transactions: 0, statements: 0, turns: 0 })
      return { transactions, statements, turns }
    },
    vanish: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of state.open) socket.destroy()
      await closed
    },
    appear: async () => {
      server = newServer()
      await listening(server, port)
    },
    stall: (isStalled) => {
      state.isStalled = isStalled
    },
  }
}
