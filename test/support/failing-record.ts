import { StorageUnavailable } from '#domain/ports.ts'
import type { Recorder } from '#src/app/record.ts'

/**
 * A recorder that can write nothing, and try nothing where it is told so. Whoever asks is let in all the same: that is held
 * against the journal by a command that is none.
 */
export const failingRecord =
  (record: Recorder, { triesToo = false }: { readonly triesToo?: boolean } = {}): Recorder =>
  async (fundId, commands, options) => {
    const isNone = commands.every(({ type }) => (type as string) === 'None')
    if (!isNone && (triesToo || options.dryRun !== true)) throw new StorageUnavailable('full')
    return record(fundId, commands, options)
  }
