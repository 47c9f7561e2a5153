import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const keeper = fileURLToPath(new URL('keeper.ts', import.meta.url))

export type Server = {
  /** As the superuser, of the database `postgres`. */
  readonly url: string
  readonly stop: () => Promise<void>
  /** Ends the server at once, in the middle of whatever it does, and starts it again; resolves when it answers. */
  readonly again: () => Promise<void>
}

type StartOptions = {
  /** The disk keeps each commit. */
  readonly isDurable?: boolean
  /** What the server is set to besides, each as `name=value`. */
  readonly settings?: readonly string[]
  /** A copy of another server's data to begin from; whoever signs in there signs in here. */
  readonly copyOf?: string
}

/** Starts a PostgreSQL server that is gone when this process is, however it ends. */
export const startPostgres = async (asked: StartOptions = {}): Promise<Server> => {
  const child = spawn(process.execPath, [keeper, JSON.stringify(asked)], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const told = new Promise<string>((resolve) => {
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      if (printed.endsWith('\n')) resolve(printed.trim())
    })
  })
  const url = await Promise.race([told, ended.then(() => undefined)])
  if (url === undefined) throw new Error(`there is no PostgreSQL: ${complaint}`)
  const stop = async (): Promise<void> => {
    child.stdin.end()
    await ended
  }
  const again = async (): Promise<void> => {
    const ready = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()))
    child.stdin.write('again\n')
    await Promise.race([
      ready,
      ended.then(() => Promise.reject(new Error(`PostgreSQL did not come back: ${complaint}`))),
    ])
  }
  return { url, stop, again }
}
