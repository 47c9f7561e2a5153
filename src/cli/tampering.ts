import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { alteredCopy } from '#infra/db/altered-copy.ts'
import { asTyped, exitCodes, globalsOf, placeOf, print, printJson, stop } from '#src/cli/context.ts'
import { databaseFrom, configured, servedUrl } from '#src/cli/settings.ts'

const practicePath = (command: Command): string => {
  const asked = placeOf(databaseFrom(command) ?? 'sqlite::memory:')
  const place = placeOf(servedUrl({ ...configured(), MODE: 'practice' }, undefined))
  if (asked.kind === 'server' || place.kind === 'server')
    throw stop('tamper works on the SQLite file of the practice fund only', exitCodes.wrongUse)
  return place.path
}

export const addTo = (program: Command): void => {
  program
    .command('tamper')
    .description('change one byte in a copy of the practice fund, to see the audit find it')
    .action((_: unknown, command: Command) => {
      const path = practicePath(command)
      if (!existsSync(path))
        throw stop('there is no practice fund yet: make it with demo', exitCodes.broken)
      const copy = path.replace(/\.db$/, '-altered.db')
      const altered = alteredCopy(path, copy)
      if (!altered) throw stop('the practice fund has no entry with a sum', exitCodes.broken)
      const database = `sqlite:${asTyped(copy)}`
      if (globalsOf(command).json) printJson({ ...altered, database })
      else
        print(
          [
            'The practice fund is as it was. In a copy of it somebody who has the file changed one byte:',
            `the sum of entry ${altered.seq} says ${altered.after} instead of ${altered.before}.`,
            `Ask the audit: npm run --silent fund -- --db ${database} audit`,
          ].join('\n'),
        )
    })
}
