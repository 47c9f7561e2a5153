import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { Hasher, Signer } from '#domain/ports.ts'
import { commandsIn, packedCommands } from '#src/exchange/carried/commands.ts'
import { joined, partsOf } from '#src/exchange/carried/parts.ts'

/*
 * An auditor's working papers on their way from a laptop: commands packed as a phone's are, sealed by a key that the network gave
 * out with the plan, and made into parts. Who opens it knows that it was closed by whoever had the plan, and that nothing was
 * altered on the way; each command is judged all the same.
 */

const mark = 'village-fund/audit-papers/1'
const headLine = /^AUDIT1 ([0-9a-f-]{36}) ([0-9a-f-]{36}) ([0-9a-f-]{36})$/
const nonceBytes = 12

/** Of which audit papers are. */
export type PapersOf = {
  readonly networkId: string
  readonly fundId: string
  readonly auditId: string
}

/** The key of one audit's papers, 32 bytes in hexadecimal: of the first secret of all, so that a renewed one opens them still. */
export const papersKey = (
  { networkId, fundId, auditId }: PapersOf,
  { signer, hash }: { readonly signer: Signer; readonly hash: Hasher },
): string => {
  const asked = lengthPrefixed([`${mark} key`, networkId, auditId])
  return hash(lengthPrefixed([`${mark} key`, signer.mark(fundId, asked)]))
}

const keyOf = (key: string): Promise<CryptoKey> => {
  const bytes = Uint8Array.from(key.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

const bound = ({ networkId, fundId, auditId }: PapersOf): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(lengthPrefixed([mark, networkId, fundId, auditId]))

/** Commands and words of an audit as the text of a file. */
export const sealedPapers = async (
  of: PapersOf,
  commands: readonly unknown[],
  key: string,
): Promise<string> => {
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes))
  const packed = await packedCommands({ fundId: of.fundId, commands })
  const how = { name: 'AES-GCM', iv, additionalData: bound(of) }
  const sealed = await crypto.subtle.encrypt(how, await keyOf(key), packed.slice())
  const bytes = new Uint8Array([...iv, ...new Uint8Array(sealed)])
  return [`AUDIT1 ${of.networkId} ${of.fundId} ${of.auditId}`, ...partsOf(bytes), ''].join('\n')
}

/** Of which audit a file says that it is; undefined for any other file. */
export const papersNamed = (text: string): PapersOf | undefined => {
  const [, networkId, fundId, auditId] = headLine.exec(text.split('\n')[0]?.trim() ?? '') ?? []
  return networkId === undefined ? undefined : { networkId, fundId: fundId!, auditId: auditId! }
}

/** What a file holds; undefined where it is another audit's, was altered, or is not whole. */
export const openedPapers = async (
  text: string,
  of: PapersOf,
  key: string,
): Promise<readonly unknown[] | undefined> => {
  const whole = joined(text.split('\n').slice(1))
  if (!('bytes' in whole)) return undefined
  const [iv, sealed] = [whole.bytes.slice(0, nonceBytes), whole.bytes.slice(nonceBytes)]
  try {
    const how = { name: 'AES-GCM', iv, additionalData: bound(of) }
    const packed = await crypto.subtle.decrypt(how, await keyOf(key), sealed)
    return (await commandsIn(new Uint8Array(packed)))?.commands
  } catch {
    return undefined
  }
}
