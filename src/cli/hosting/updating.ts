import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { z } from 'zod'
import { migrationNames } from '#infra/db/steps.ts'
import { callersPath, exitCodes, globalsOf, print, printJson, stop } from '#src/cli/context.ts'
import { version } from '#src/version.ts'

/** What a release says of itself, as `npm run release` writes it. */
const shape = z.object({
  program: z.literal('village-fund'),
  version: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/),
  releasedOn: z.iso.date(),
  migrations: z.array(z.string().max(100)).max(1000),
  changes: z.string().max(200_000),
  files: z.record(z.string().regex(/^[\w][\w.-]{0,99}$/), z.string().regex(/^[0-9a-f]{64}$/)),
})
export type Release = z.infer<typeof shape>

const bytesMax = 1024 * 1024
const waitMs = 10_000
const manifest = 'release.json'

const overTheNet = async (url: string): Promise<string> => {
  const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(waitMs) })
  if (!answer.ok) throw new Error(`it answers ${answer.status}`)
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of answer.body ?? []) {
    length += chunk.length
    if (length > bytesMax) throw new Error('it is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const onDisk = async (path: string): Promise<string> => {
  if ((await stat(path)).size > bytesMax) throw new Error('it is too long')
  return readFile(path, 'utf8')
}

type Place = { readonly read: () => Promise<string>; readonly folder?: string }

/** Where a release is looked for: an address of ours to ask, or a folder that came on a stick. Nobody is asked by itself. */
const placeOf = (from: string): Place => {
  if (from.startsWith('https://')) return { read: () => overTheNet(from) }
  if (/^\w+:\/\//.test(from))
    throw stop('--from must begin with https:// or be a folder', exitCodes.wrongUse)
  const path = callersPath(from)
  const file = basename(path) === manifest ? path : join(path, manifest)
  if (!existsSync(file)) throw stop(`there is no ${manifest} there`, exitCodes.wrongUse)
  return { read: () => onDisk(file), folder: dirname(file) }
}

const released = async ({ read }: Place): Promise<Release> => {
  let text: string
  try {
    text = await read()
  } catch (error) {
    const said = error instanceof Error ? error.message : 'unknown fault'
    throw stop(`the release cannot be read: ${said}`, exitCodes.broken)
  }
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    throw stop(`what is there is no ${manifest} of this program`, exitCodes.refused)
  }
}

const isAfter = (there: string, here: string): boolean => {
  const [a, b] = [there, here].map((one) => one.split('.').map(Number)) as [number[], number[]]
  const at = a.findIndex((part, i) => part !== b[i])
  return at >= 0 && a[at]! > (b[at] ?? 0)
}

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

type FileState = 'whole' | 'altered' | 'not-here'

const states = async (
  folder: string,
  files: Release['files'],
): Promise<Readonly<Record<string, FileState>>> => {
  const found: Record<string, FileState> = {}
  for (const [name, hash] of Object.entries(files)) {
    const path = join(folder, name)
    found[name] = !existsSync(path)
      ? 'not-here'
      : (await hashOf(path)) === hash
        ? 'whole'
        : 'altered'
  }
  return found
}

/** What a file from elsewhere says, without signs that a terminal would obey. */
const plain = (text: string): string =>
  text.replaceAll(/[\p{Cc}\p{Cf}]/gu, (sign) => (sign === '\n' ? sign : ''))

type Found = {
  readonly here: string
  readonly there: string
  readonly isNewer: boolean
  readonly migrations: readonly string[]
  readonly files: Readonly<Record<string, FileState>>
}

const said = (found: Found, { releasedOn, changes, files }: Release): string =>
  [
    found.isNewer
      ? `Here is ${found.here}; there is ${found.there} of ${releasedOn}.`
      : `Here is ${found.here}, and there is nothing newer.`,
    ...(found.isNewer
      ? [
          found.migrations.length === 0
            ? 'It leaves the schema as it is.'
            : `It brings the schema up (${found.migrations.length} step(s)), which this version cannot read any more: make a backup first, and stop this one before migrate up.`,
          ...Object.entries(files).map(([name, hash]) => `${hash}  ${name}`),
        ]
      : []),
    ...Object.entries(found.files).flatMap(([name, state]) =>
      state === 'altered'
        ? [`ALTERED: ${name} is not what the release says. Do not install it.`]
        : [],
    ),
    ...(found.isNewer ? ['', plain(changes).trim()] : []),
  ].join('\n')

type UpdateOptions = { readonly check?: boolean; readonly from: string }

export const addTo = (fund: Command): void => {
  fund
    .command('update')
    .description(
      'whether there is a newer version, what it brings, and whether its files are whole',
    )
    .requiredOption('--from <place>', 'a folder with release.json, or its https:// address')
    .option('--check', 'only look; nothing else is done by this program')
    .addHelpText(
      'after',
      `
Examples:
  npm run --silent fund -- update --check --from /media/stick/village-fund-0.3.0
  npm run --silent fund -- update --check --from https://fund.example.org/release.json

Exit codes: 0 there is nothing newer, 1 there is, or a file is altered. How it is installed: docs/hosts/server.md.`,
    )
    .action(async ({ check, from }: UpdateOptions, command: Command) => {
      if (check !== true)
        throw stop(
          'give --check: a newer version is installed by whoever has the machine (docs/hosts/server.md)',
          exitCodes.wrongUse,
        )
      const place = placeOf(from)
      const release = await released(place)
      const found: Found = {
        here: version,
        there: release.version,
        isNewer: isAfter(release.version, version),
        migrations: release.migrations.filter((name) => !migrationNames.includes(name)),
        files: place.folder === undefined ? {} : await states(place.folder, release.files),
      }
      if (globalsOf(command).json) printJson(found)
      else print(said(found, release))
      if (found.isNewer || Object.values(found.files).includes('altered'))
        process.exitCode = exitCodes.refused
    })
}
