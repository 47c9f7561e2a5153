import { statSync } from 'node:fs'
import type { Command } from 'commander'
import { sqliteLeaves } from '#infra/cases/sqlite-leaves.ts'
import { fileProblems } from '#infra/db/integrity.ts'
import { casesPlace, serverLeaves } from '#src/cli/cases/place.ts'
import { failed } from '#src/cli/context.ts'
import { databaseFrom, servedUrl } from '#src/cli/settings.ts'
import type { Configuration } from '#src/configuration.ts'

/** What the doctor says of one thing. */
export type Check = { readonly name: string; readonly ok: boolean; readonly say: string }

const saying = (ok: boolean, say: string): Check => ({ name: 'cases', ok, say })

const isReadable = async (path: string): Promise<boolean> => {
  if (fileProblems(path).length > 0) return false
  const leaves = sqliteLeaves({ path, create: false })
  try {
    await leaves.ids(undefined, 1)
    return true
  } catch {
    return false
  } finally {
    await leaves.close()
  }
}

/** Whether cases are there, how long and readable: nothing that is in them, nor how many they are. */
export const casesCheck = async (
  configuration: Configuration,
  command: Command,
): Promise<Check> => {
  if (configuration.CASES_SECRET === undefined)
    return saying(true, 'not set up: CASES_SECRET is not set')
  try {
    const place = casesPlace(configuration, servedUrl(configuration, databaseFrom(command)))
    if (place.kind === 'file') {
      if (!place.isThere) return saying(true, 'not there yet: the first one makes the file')
      const { size } = statSync(place.path)
      const ok = await isReadable(place.path)
      return saying(ok, `there, ${size} bytes, ${ok ? 'readable' : 'cannot be read'}`)
    }
    const leaves = await serverLeaves(place)
    try {
      return saying(true, `there, ${await leaves.size()} bytes, readable`)
    } finally {
      await leaves.close()
    }
  } catch (error) {
    return saying(false, failed(error).message.replace(/^fund: /, ''))
  }
}
