import { Writable } from 'node:stream'
import { Client, type PoolClient } from 'pg'
import { expect, test } from 'vitest'
import { asOnePiece } from '#infra/db/postgres-pieces.ts'

/** What a socket gives to the line, piece by piece. */
const lineOf = () => {
  const pieces: string[] = []
  const socket = new Writable({
    write: (chunk: Buffer, _, done) => {
      pieces.push(String(chunk))
      done()
    },
    writev: (chunks, done) => {
      pieces.push(chunks.map(({ chunk }) => String(chunk)).join(''))
      done()
    },
  })
  const client = new Client() as unknown as PoolClient
  Object.assign((client as unknown as { connection: object }).connection, { stream: socket })
  const send = (text: string): void => {
    asOnePiece(client)
    socket.write(text)
  }
  return { pieces, socket, client, send }
}

const nextTurn = () => new Promise((go) => setImmediate(go))

test('what is sent to the server before anything else is heard goes out as one piece, in its order', async () => {
  const { pieces, send } = lineOf()
  send('begin;')
  await Promise.resolve()
  send('set role;')
  await Promise.resolve()
  send('select;')
  await nextTurn()
  expect(pieces).toEqual(['begin;set role;select;'])
  send('commit;')
  await nextTurn()
  expect(pieces).toEqual(['begin;set role;select;', 'commit;'])
})

test('what was held back goes out before a line is hung up', async () => {
  const { pieces, socket, send } = lineOf()
  send('rollback;')
  socket.end('bye')
  await nextTurn()
  expect(pieces.join('')).toBe('rollback;bye')
})
