import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The file that every command starts with. */
export const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))

/** Of this test's environment a command is handed only where programs are, and code that was compiled before. */
export const bareEnvironment = {
  PATH: process.env['PATH'],
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
}

export type Ran = { readonly status: number | null; readonly out: string; readonly err: string }

/** Runs the command line as a person in `folder` would, with Node and nothing of this test's environment. */
export const fund = (
  args: readonly string[],
  {
    folder,
    input = '',
    environment = {},
  }: {
    readonly folder: string
    readonly input?: string
    readonly environment?: Readonly<Record<string, string>>
  },
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
