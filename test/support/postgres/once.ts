import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type Server, startPostgres } from '#test/support/postgres/start.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test asks for the server of this run; it is started for the first who does. */
    readonly postgres: string
  }
}

/** One server for the whole run, and none for a run that needs none. */
export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const folder = mkdtempSync(join(tmpdir(), 'village-fund-asking-'))
  const path = join(folder, 'postgres')
  let server: Promise<Server> | undefined
  const desk = createServer((asking) => {
    asking.on('error', () => undefined)
    server ??= startPostgres()
    server.then(
      ({ url }) => asking.end(url),
      (error: unknown) => asking.end(String(error)),
    )
  })
  await new Promise<void>((resolve) => desk.listen(path, resolve))
  desk.unref()
  provide('postgres', path)
  return async () => {
    desk.close()
    rmSync(folder, { recursive: true, force: true })
    await (await server)?.stop()
  }
}
