import { join } from 'node:path'
import type { Command } from 'commander'
import type { Signer } from '#domain/ports.ts'
import { signerOnNode } from '#infra/system/signer.ts'
import {
  booksUrl,
  callersPath,
  exitCodes,
  globalsOf,
  olderIn,
  readEnvFile,
  stop,
} from '#src/cli/context.ts'
import { type Configuration, readConfiguration } from '#src/configuration.ts'

/** The signer where the secret is set; whoever audits a copy elsewhere has none, and checks what can be checked without. */
export const signerIfKnown = (): Signer | undefined => {
  readEnvFile()
  const secret = process.env['SIGNING_SECRET']
  return secret ? signerOnNode({ secret, older: olderIn('SIGNING_SECRET_OLD') }) : undefined
}

/** The secret itself: what a practice service signs with is known to everybody and proves nothing. */
export const ownSigner = (): Signer => {
  const signer = signerIfKnown()
  if (!signer)
    throw stop(
      'set SIGNING_SECRET as the service of this fund has it: receipts, packs and lines of a bank have keys made of it',
      exitCodes.broken,
    )
  return signer
}

/** The settings, from the environment and from `.env` where there is one. */
export const configured = (): Configuration => {
  readEnvFile()
  const read = readConfiguration(process.env)
  if ('faults' in read)
    throw stop(
      `the settings cannot hold:\n${read.faults.map((fault) => `- ${fault}`).join('\n')}\nEach is explained in .env.example.`,
      exitCodes.broken,
    )
  return read.configuration
}

/** The database that the settings name, unless the caller named another. */
export const servedUrl = (configuration: Configuration, db: string | undefined): string => {
  if (db !== undefined) return db
  return configuration.MODE === 'practice'
    ? `sqlite:${join(callersPath(configuration.DATA_DIR), 'practice.db')}`
    : booksUrl(configuration)
}

/** What stands behind `--db`, where it was typed. */
export const databaseFrom = (command: Command): string | undefined => {
  let at = command
  while (at.parent) at = at.parent
  return at.getOptionValueSource('db') === 'cli' ? globalsOf(command).db : undefined
}
