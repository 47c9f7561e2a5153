import { type ChildProcess, fork, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The file that every command starts with. */
export const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))

/**
 * Of this test's environment a command is handed only where programs are, and code that was compiled before; and where small
 * faults are planted (`test/mutants`), those.
 */
export const bareEnvironment = {
  PATH: process.env['PATH'],
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
  ...(process.env['SLIPS'] === undefined
    ? {}
    : { SLIPS: process.env['SLIPS'], NODE_OPTIONS: process.env['SLIPS_LOADED_BY'] }),
}

type Ran = { readonly status: number | null; readonly out: string; readonly err: string }

/** Where and with what a command is run. */
type Setting = {
  readonly folder: string
  readonly input?: string
  readonly environment?: Readonly<Record<string, string>>
}

/** What a resident program is asked to run. */
export type ProgramRequest = Required<Setting> & {
  readonly id: number
  readonly args: readonly string[]
}

/** Runs the command line as a person in `folder` would, with Node and nothing of this test's environment. */
export const fundAnew = (
  args: readonly string[],
  { folder, input = '', environment = {} }: Setting,
): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: folder,
      env: { ...bareEnvironment, ...environment },
    })
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, out, err }))
    child.stdin.end(input)
  })

let resident: ChildProcess | undefined
let asked = 0

const begun = (): ChildProcess => {
  const script = fileURLToPath(new URL('resident.ts', import.meta.url))
  const child = fork(script, { env: bareEnvironment, execArgv: [], stdio: 'ignore' })
  child.unref()
  child.channel?.unref()
  child.setMaxListeners(100)
  child.once('exit', () => (resident = undefined))
  return child
}

/**
 * The same in a program that stays, since to load the house anew takes longer than most commands: one command at a
 * time, each with arguments, folder, environment and input of its own.
 */
export const fund = async (
  args: readonly string[],
  { folder, input = '', environment = {} }: Setting,
): Promise<Ran> => {
  resident ??= begun()
  const child = resident
  asked += 1
  const id = asked
  const answer = new Promise<Ran>((resolve, reject) => {
    const ended = (): void => reject(new Error('the resident program has ended'))
    const hear = (told: Ran & { readonly id: number }): void => {
      if (told.id !== id) return
      child.off('message', hear)
      child.off('exit', ended)
      const { status, out, err } = told
      resolve({ status, out, err })
    }
    child.on('message', hear)
    child.once('exit', ended)
  })
  child.send({ id, args, folder, input, environment } satisfies ProgramRequest)
  return answer
}
