import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bareEnvironment, cli } from '#test/support/command-line.ts'

export type Started = {
  /** Without a slash at the end. */
  readonly url: string
  /** Where its database lies. */
  readonly folder: string
  readonly pid: number
  /** All that it has said so far, such as the link with the key. */
  readonly printed: () => string
  readonly complained: () => string
  /** Asks it to stop as Ctrl+C does, and answers with its exit code. */
  readonly stop: () => Promise<number | null>
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'village-fund-'))
export const dropFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/**
 * Starts the service as `npm start` does, on a free port, and answers when it says where it listens.
 * The folder is the caller's to drop, so that a service can be started on it again. Another `program` is one that was
 * installed.
 */
export const started = async (
  folder: string,
  environment: Readonly<Record<string, string>> = {},
  [program, ...args]: readonly [string, ...string[]] = [process.execPath, cli],
): Promise<Started> => {
  const child = spawn(program, [...args, 'serve'], {
    cwd: folder,
    env: { ...bareEnvironment, PORT: '0', DATA_DIR: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const killChild = (): boolean => child.kill('SIGKILL')
  process.once('exit', killChild)
  const stop = async (): Promise<number | null> => {
    // Only one that hangs is not through by then, however busy the machine is.
    const late = setTimeout(killChild, 60_000)
    child.kill('SIGTERM')
    const code = await ended
    clearTimeout(late)
    process.removeListener('exit', killChild)
    return code
  }
  let printed = ''
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const listening = new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const url = /http:\/\/[\w.:[\]-]+(?=[/?\s])/.exec(printed)?.[0]
      if (url !== undefined && printed.includes('Ctrl+C')) resolve(url)
    })
  })
  const url = await Promise.race([listening, ended.then(() => undefined)])
  if (url === undefined)
    throw new Error(`the service ended before it said where it listens:\n${complaint}`)
  return { url, folder, pid: child.pid!, printed: () => printed, complained: () => complaint, stop }
}

/** The one-time link that a start has printed. */
export const linkIn = (printed: string, path: string): string | undefined =>
  printed.split('\n').find((line) => line.includes(`/${path}?key=`))
