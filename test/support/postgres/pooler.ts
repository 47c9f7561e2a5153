import { type Socket, createServer } from 'node:net'
import { Client } from 'pg'

/*
 * A pooler by transactions before a server, as Hyperdrive and pgbouncer are: whoever connects is given a connection of the
 * server for one transaction and another one for the next. Nothing that was set, locked, listened for or prepared outside
 * of a transaction is there afterwards, or it is there for somebody else.
 */

export type Pooler = {
  /** The database behind it, by way of it. */
  readonly url: string
  /** How many times somebody was given another connection than before. */
  readonly moves: () => number
  readonly stop: () => Promise<void>
}

/** Messages as they stand in the stream, whole ones alone; `untyped` is the first of a client. */
const framed = (take: (type: string, message: Buffer) => void, { untyped = false } = {}) => {
  let rest: Buffer = Buffer.alloc(0)
  let isFirst = untyped
  return (chunk: Buffer): void => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const head = isFirst ? 0 : 1
      if (rest.length < head + 4) return
      const length = head + rest.readInt32BE(head)
      if (rest.length < length) return
      const message = rest.subarray(0, length)
      rest = rest.subarray(length)
      const type = isFirst ? '' : String.fromCharCode(message[0]!)
      // A question whether the line is sealed is one byte of an answer, and the first message comes after it.
      isFirst = isFirst && message.readInt32BE(4) === sslAsked
      take(type, message)
    }
  }
}

const sslAsked = 80_877_103
const message = (type: string, body: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(type), length, body])
}
const setting = (name: string, value: string): Buffer =>
  message('S', Buffer.from(`${name}\0${value}\0`))

/** Anybody is let in and told what a server tells; whose connections there are was settled before. */
const welcome = Buffer.concat([
  message('R', Buffer.alloc(4)),
  setting('server_version', '16.0'),
  setting('client_encoding', 'UTF8'),
  setting('standard_conforming_strings', 'on'),
  message('K', Buffer.alloc(8)),
  message('Z', Buffer.from('I')),
])

/** No transaction is open. */
const idle = 0x49

type Behind = { readonly socket: Socket; heard: (type: string, message: Buffer) => void }

/** Signs in by the library and takes its line over. */
const opened = async (url: string): Promise<Behind> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { stream: socket } = (client as unknown as { connection: { stream: Socket } }).connection
  const behind: Behind = { socket, heard: () => undefined }
  socket.removeAllListeners('data').removeAllListeners('end').removeAllListeners('close')
  socket.on(
    'data',
    framed((type, said) => behind.heard(type, said)),
  )
  return behind
}

/** The connections of a pooler: who has waited longest comes next, and of those that are free the one that was so longest is given. */
const lent = (free: Behind[]) => {
  const waiting: ((behind: Behind) => void)[] = []
  return {
    ask: (take: (behind: Behind) => void): void => {
      const behind = free.shift()
      if (behind) take(behind)
      else waiting.push(take)
    },
    giveBack: (behind: Behind): void => {
      behind.heard = () => undefined
      const next = waiting.shift()
      if (next) next(behind)
      else free.push(behind)
    },
  }
}
type Lent = ReturnType<typeof lent>

const rollback = message('Q', Buffer.from('rollback\0'))

/** One who is connected: what was asked and waits for a connection, and how many answers are still to come. */
const answering = (client: Socket, { ask, giveBack }: Lent, moved: () => void) => {
  let [mine, last]: (Behind | undefined)[] = []
  let asked: Buffer[] = []
  let owed = 0
  const take = (behind: Behind): void => {
    mine = behind
    if (mine !== last) moved()
    last = mine
    behind.heard = (type, said) => {
      client.write(said)
      if (type !== 'Z') return
      owed -= 1
      if (owed > 0 || said.at(-1) !== idle) return
      mine = undefined
      giveBack(behind)
    }
    for (const one of asked) behind.socket.write(one)
    asked = []
  }
  return {
    heard: (type: string, said: Buffer): void => {
      // One answer that all is done comes to each plain question, and to each end of a row of others.
      if (type === 'Q' || type === 'S') owed += 1
      if (mine) {
        mine.socket.write(said)
        return
      }
      asked.push(said)
      if (asked.length === 1) ask(take)
    },
    /** Whoever leaves in the middle of a transaction leaves none open. */
    gone: (): void => {
      const behind = mine
      if (!behind) return
      behind.heard = (type, said) => {
        if (type !== 'Z') return
        if (said.at(-1) === idle) giveBack(behind)
        else behind.socket.write(rollback)
      }
      behind.socket.write(rollback)
    },
  }
}

/** Before a server by so many connections of its own, however many ask. */
export const poolerTo = async (url: string, connections = 4): Promise<Pooler> => {
  const all = await Promise.all(Array.from({ length: connections }, () => opened(url)))
  const connectionsOf = lent([...all])
  const clients = new Set<Socket>()
  let moves = 0
  const server = createServer((client) => {
    const { heard, gone } = answering(client, connectionsOf, () => (moves += 1))
    const first = (said: Buffer): void => {
      client.write(said.readInt32BE(4) === sslAsked ? 'N' : welcome)
    }
    const of = (type: string, said: Buffer): void => {
      if (type === '') first(said)
      else if (type === 'X') client.end()
      else heard(type, said)
    }
    clients.add(client.setNoDelay(true))
    client.on('data', framed(of, { untyped: true })).on('error', () => undefined)
    client.on('close', () => {
      clients.delete(client)
      gone()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const through = new URL(url)
  through.hostname = '127.0.0.1'
  through.port = `${typeof address === 'object' && address ? address.port : 0}`
  return {
    url: through.href,
    moves: () => moves,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const client of clients) client.destroy()
      for (const { socket } of all) socket.destroy()
      await closed
    },
  }
}
