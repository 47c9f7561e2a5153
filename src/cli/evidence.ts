import { createReadStream } from 'node:fs'
import { mkdir, readFile, readdir, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { memoryStore } from '#infra/memory/store.ts'
import { isSignedBy, keyIdOf } from '#infra/system/signer.ts'
import { sha256, sha256Digest } from '#infra/system/system.ts'
import { type BookOptions, bookFrom, exportCommand, ofOneState } from '#src/cli/book-from.ts'
import {
  callersPath,
  chosenFund,
  exitCodes,
  globalsOf,
  print,
  printJson,
  stop,
  withStore,
} from '#src/cli/context.ts'
import { newFilePath, withTemporaryFolder, writeFully } from '#src/cli/new-files.ts'
import { ownSigner } from '#src/cli/settings.ts'
import { ExportStopped } from '#src/exchange/archive/export.ts'
import { importArchive } from '#src/exchange/archive/import.ts'
import type { ByteSource } from '#src/exchange/archive/lines.ts'
import {
  type EvidenceFault,
  type Pack,
  checkPack,
  evidenceFaults,
} from '#src/exchange/evidence/check.ts'
import {
  type EvidenceManifest,
  type EvidencePart,
  archivePart,
  manifestFile,
  signatureFile,
  signedManifest,
} from '#src/exchange/evidence/manifest.ts'
import { evidenceParts } from '#src/exchange/evidence/parts.ts'
import { evidenceWords } from '#src/words/evidence-words.ts'
import type { Store } from '#infra/db/store.ts'
import { version } from '#src/version.ts'

type Options = BookOptions & { readonly out: string }

async function* encoded(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

const sumOf = async (path: string): Promise<Omit<EvidencePart, 'name'> | undefined> => {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return undefined
  const digest = sha256Digest()
  let bytes = 0
  for await (const piece of createReadStream(path) as ByteSource) {
    digest.take(piece)
    bytes += piece.length
  }
  return { bytes, sha256: digest.hex() }
}

type Made = Pick<EvidenceManifest, 'fundId' | 'asOf' | 'head'>

/** Writes the parts into a folder, all of one state: journal, books and findings end in the same entry. */
const writeParts = async (store: Store, folder: string, options: BookOptions): Promise<Made> => {
  const fundId = await chosenFund(store, options.fund)
  return ofOneState(store, fundId, async () => {
    const { book, asOf } = await bookFrom(store, fundId, options)
    const needs = { store, hash: sha256, digest: sha256Digest }
    const made = (await evidenceParts(needs, { fundId, book, asOf }, evidenceWords))!
    for (const { name, bytes } of made.parts) await writeFully(join(folder, name), bytes)
    return { fundId, asOf, head: made.head }
  })
}

const makePack = async (options: Options, command: Command): Promise<void> => {
  const path = newFilePath(options.out)
  const signer = ownSigner()
  const made = await withTemporaryFolder(dirname(path), async (temporary) => {
    const folder = join(temporary, 'pack')
    await mkdir(folder, { mode: 0o700 })
    const told = await withStore(command, { create: false }, (store) =>
      writeParts(store, folder, options).catch((error: unknown) => {
        throw error instanceof ExportStopped ? stop(error.message, exitCodes.refused) : error
      }),
    )
    const names = (await readdir(folder)).toSorted()
    const parts: EvidencePart[] = []
    for (const name of names) parts.push({ name, ...(await sumOf(join(folder, name)))! })
    const { text, signature } = signedManifest(
      { ...told, program: version, parts },
      { signer, hash: sha256 },
    )
    await writeFully(join(folder, manifestFile), encoded(text))
    await writeFully(join(folder, signatureFile), encoded(`${signature}\n`))
    await rename(folder, path)
    return { ...told, parts, ...signer.publicKey(told.fundId) }
  })
  if (globalsOf(command).json) return printJson(made)
  print(
    [
      `${made.parts.length} parts of fund ${made.fundId} on ${made.asOf}, through entry ${made.head.seq}`,
      `Head ${made.head.hash}`,
      `Signed by key ${made.keyId}: ${made.publicKey}`,
    ].join('\n'),
  )
}

const packIn = async (folder: string): Promise<Pack> => ({
  names: await readdir(folder),
  text: (name) => readFile(join(folder, name), 'utf8').catch(() => undefined),
  sum: (name) => sumOf(join(folder, name)),
  hash: sha256,
  keyIdOf,
  isSigned: isSignedBy,
})

/** Counts every hash of the pack's journal again, and holds its end against the manifest. */
const journalFaults = async (
  folder: string,
  { fundId, head, statement }: EvidenceManifest,
): Promise<EvidenceFault[]> => {
  if (statement !== undefined) return []
  const read = await importArchive(
    { store: memoryStore(), hash: sha256, digest: sha256Digest },
    () => createReadStream(join(folder, archivePart)) as ByteSource,
    { dryRun: true },
  )
  if ('problem' in read) return [{ part: archivePart, code: 'journal-broken' }]
  const isSame =
    read.fundId === fundId && read.head.seq === head.seq && read.head.hash === head.hash
  return isSame ? [] : [{ part: archivePart, code: 'other-head' }]
}

const check = async (
  { check: given, key }: { readonly check: string; readonly key?: string },
  command: Command,
): Promise<void> => {
  const folder = callersPath(given)
  const found = await stat(folder).catch(() => undefined)
  if (!found?.isDirectory()) throw stop('there is no such folder', exitCodes.wrongUse)
  const { manifest, faults: first } = await checkPack(await packIn(folder), key)
  const faults = manifest && first.length === 0 ? await journalFaults(folder, manifest) : first
  if (faults.length > 0 || !manifest) process.exitCode = exitCodes.refused
  if (globalsOf(command).json) return printJson({ faults, manifest: manifest ?? null })
  for (const { part, code } of faults) print(`${part} ${evidenceFaults[code]}`)
  if (!manifest || faults.length > 0) return
  const { parts, fundId, asOf, head, keyId, statement } = manifest
  print(
    [
      `All ${parts.length} parts are what was signed: fund ${fundId} on ${asOf}, through entry ${head.seq}.`,
      statement === undefined
        ? `Head ${head.hash}; every hash of the journal was counted again.`
        : `Head ${head.hash}; it holds one statement (${statement.name}) and no journal: its sums were not counted again.`,
      key === undefined
        ? `Signed by key ${keyId}. Hold it against a receipt of the fund, or give its public key with --key.`
        : `Signed by key ${keyId}, the one that you gave.`,
    ].join('\n'),
  )
}

export const addTo = (program: Command): void => {
  exportCommand(program, {
    name: 'evidence',
    about: 'a signed folder for an auditor: journal, books, findings (docs/evidence.md)',
    out: ['--out <folder>', 'pack'],
  }).action((options: Options, command: Command) => makePack(options, command))
  program
    .command('evidence')
    .description('check a signed folder: what was altered is named')
    .requiredOption('--check <folder>', 'the folder that was handed over')
    .option('--key <public key>', "the fund's public key, from its service or a receipt's holder")
    .addHelpText('after', '\nExample:\n  npm run --silent fund -- evidence --check pack')
    .action((options: { readonly check: string; readonly key?: string }, command: Command) =>
      check(options, command),
    )
}
