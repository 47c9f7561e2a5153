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

let count = 0
let last: Promise<unknown> = Promise.resolve()
process.on('message', (asked: ProgramRequest) => {
  count += 1
  const n = count
  last = last.then(async () => process.send!({ id: asked.id, ...(await run(asked, n)) }))
})
process.on('disconnect', () => process.exit())
