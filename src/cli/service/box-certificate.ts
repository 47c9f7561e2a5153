import { mkdirSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join } from 'node:path'
import type { Command } from 'commander'
import { systemClock } from '#infra/system/system.ts'
import { boxCertificates } from '#infra/system/certificates.ts'
import { exitCodes, globalsOf, groupOf, print, printJson, stop } from '#src/cli/context.ts'
import { newFilePath } from '#src/cli/new-files.ts'
import { boxFiles } from '#src/cli/service/village-box.ts'

const hostName = /^(?=.{1,63}$)[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/

const isName = (name: string): boolean =>
  isIP(name) === 4 || (isIP(name) === 0 && !/^[\d.]+$/.test(name) && hostName.test(name))

type Options = { readonly for: readonly string[]; readonly folder: string }

const make = (options: Options, command: Command): void => {
  const names = [...new Set(options.for)]
  if (!names.every(isName))
    throw stop(
      '--for takes an address such as 192.168.8.1 or a name such as box.lan, small letters',
      exitCodes.wrongUse,
    )
  const folder = newFilePath(options.folder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const made = boxCertificates(names, { now: Date.parse(systemClock()) })
  for (const [name, mode] of Object.entries(boxFiles))
    writeFileSync(join(folder, mode.file), made[name as keyof typeof boxFiles], {
      mode: mode.mode,
      flag: 'wx',
    })
  const { fingerprint } = made
  if (globalsOf(command).json) return printJson({ folder: options.folder, names, fingerprint })
  print(`In ${options.folder}: what phones are to trust, what the service shows, and its key, which only you may read.
The key of the authority is kept nowhere: it has signed once, for ${names.join(' and ')} alone, and is forgotten.
Write this on paper, to hold it against what a phone shows (SHA-256):
${fingerprint}
Serve with:
  HOST=0.0.0.0 PORT=3443 PUBLIC_URL=https://${names[0]}:3443 BOX_DIR=${options.folder} npm start`)
}

const also = (name: string, before: readonly string[] = []): string[] => [...before, name]

export const addTo = (program: Command): void => {
  groupOf(
    program,
    'village-box',
    'certificates for a computer that serves the phones of one room (docs/village-box.md)',
  )
    .command('certificate')
    .description('makes the certificates of a village box, good for 825 days, in a new folder')
    .requiredOption('--for <name>', 'an address or a name of this computer; again for more', also)
    .option('--folder <dir>', 'where they are put', './data/village-box')
    .action((options: Options, command: Command) => make(options, command))
}
