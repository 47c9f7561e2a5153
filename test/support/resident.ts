import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { Readable } from 'node:stream'
import type { ProgramRequest } from '#test/support/command-line.ts'

/*
 * A program that has the house loaded and runs one command after another, each as a new process would: with its own
 * arguments, folder, environment and input. Only what was loaded stays.
 */

const plain = { ...process.env }
const cli = new URL('../../src/cli.ts', import.meta.url)

const caught = (stream: NodeJS.WriteStream): { readonly text: () => string } => {
  const pieces: Buffer[] = []
  const write = (piece: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
    pieces.push(Buffer.from(piece as Uint8Array))
    const isDone = rest.find((one) => typeof one === 'function') as (() => void) | undefined
    isDone?.()
    return true
  }
  stream.write = write as typeof stream.write
  return { text: () => Buffer.concat(pieces).toString() }
}

const run = async ({ args, folder, environment, input }: ProgramRequest, n: number) => {
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, plain, environment)
  process.chdir(folder)
  process.argv = [process.argv[0]!, cli.pathname, ...args]
  process.exitCode = undefined
  Object.defineProperty(process, 'stdin', { configurable: true, value: Readable.from([input]) })
  const [out, err] = [caught(process.stdout), caught(process.stderr)]
  await import(`${cli.href}?run=${n}`)
  return { status: process.exitCode ?? 0, out: out.text(), err: err.text() }
}

/*
 * One secret with one salt comes to the same key each time, and a backup is opened many times here: a third of a second and
 * 128 MB each. Worked out once, it is answered as it was.
 */
type Stretched = (error: Error | null, key: Buffer) => void
const { scrypt } = crypto
const keys = new Map<string, Promise<Buffer>>()
const stretch = (
  secret: crypto.BinaryLike,
  salt: crypto.BinaryLike,
  length: number,
  options: crypto.ScryptOptions,
  done: Stretched,
): void => {
  const [said, salted] = [secret, salt].map((one) => Buffer.from(one as Uint8Array).toString('hex'))
  const name = JSON.stringify([said, salted, length, options])
  const key =
    keys.get(name) ??
    new Promise<Buffer>((resolve, reject) =>
      scrypt(secret, salt, length, options, (error, made) =>
        error ? reject(error) : resolve(made),
      ),
    )
  keys.set(name, key)
  key.then(
    (made) => done(null, Buffer.from(made)),
    (error: Error) => done(error, Buffer.alloc(0)),
  )
}
crypto.scrypt = stretch as typeof scrypt
syncBuiltinESMExports()

let count = 0
let last: Promise<unknown> = Promise.resolve()
process.on('message', (asked: ProgramRequest) => {
  count += 1
  const n = count
  last = last.then(async () => process.send!({ id: asked.id, ...(await run(asked, n)) }))
})
process.on('disconnect', () => process.exit())
