#!/usr/bin/env node
/*
 * Checks a fund's journal without the program that wrote it (docs/proof.md). It needs Node 20 and nothing else.
 *
 *   node verify-journal.mjs JOURNAL... --kept FILE --key PUBLIC_KEY
 *
 * JOURNAL is an archive of the fund, or pages of its journal feed in their order. FILE holds what others kept, one a line: receipts
 * (VF1 ...) as their QR codes give them, or the number of a line with its hash or its printed short code (8 signs). Each vouches for
 * all entries before it. The key is the fund's, kept since before. Exit code: 0 it holds, 1 not, 2 unknown (or nothing was kept).
 */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')
const lengthPrefixed = (one) => (one == null ? '-' : `${Buffer.byteLength(`${one}`)}:${one}`)
const joined = (all) => all.map(lengthPrefixed).join(',')
const linesOf = (text) => text.split('\n').filter((line) => line.trim() !== '')

/** The entries of a file, and with which of them it says that it ends. */
const journalOf = (path) => {
  const bytes = readFileSync(path)
  const text = (bytes.readUInt16BE(0) === 0x1f8b ? gunzipSync(bytes) : bytes).toString('utf8')
  const isOneValue = /^\s*\{\s*\n/.test(text)
  const told = (isOneValue ? [text] : linesOf(text)).map((line, i) => {
    try {
      return JSON.parse(line)
    } catch {
      throw new Error(`${path}: line ${i + 1} is not JSON`)
    }
  })
  const header = told.find(({ kind }) => kind === 'header')
  const entries = told.flatMap((one) => one.items ?? (one.prevHash === undefined ? [] : [one]))
  return { head: header?.head, entries: entries.map((one) => ({ fundId: header?.fundId, ...one })) }
}

/** Whether the postings of an entry are whole numbers that add up to zero in each currency. */
const isBalanced = ({ data }) => {
  const sums = new Map()
  try {
    for (const { currency, amount } of JSON.parse(data).postings ?? [])
      if (Number.isSafeInteger(amount))
        sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(amount))
      else return false
  } catch {
    return false
  }
  return [...sums.values()].every((sum) => sum === 0n)
}

const sealed =
  'fundId seq id type v effectiveOn recordedAt recordedBy device commandHash reverses data prevHash'
const hashOf = (entry) =>
  sha256(joined(['village-fund/entry/1', ...sealed.split(' ').map((field) => entry[field])]))

/** What is wrong in the chain; after a break it goes on from what stands there, so that each fault is told once. */
const faultsOfChain = (entries) => {
  const faults = []
  let [expected, before] = [1, '']
  for (const entry of entries) {
    const { seq, fundId, hash, prevHash } = entry
    const fault = (text) => faults.push(`entry ${seq} (${entry.type}, ${entry.id}) ${text}`)
    if (fundId !== entries[0].fundId) fault('is of another fund')
    if (seq > expected) fault(`comes too early: entries ${expected} to ${seq - 1} left out`)
    if (seq < expected) fault('was put in, doubled, or moved out of its place')
    if (hashOf(entry) !== hash) fault('is not what was sealed: one of its fields was changed')
    else if (prevHash !== before) fault('does not follow what stands before it')
    if (!isBalanced(entry)) fault('does not add up to zero')
    ;[expected, before] = [seq + 1, hash]
  }
  return faults
}

const keyOf = (text) => {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: text }, format: 'jwk' })
    return { key, keyId: sha256(Buffer.from(text, 'base64url')).slice(0, 16) }
  } catch {
    throw new Error('--key is not a public key: 43 letters, digits, - and _')
  }
}

/** What somebody kept of one entry, or what is wrong with it. */
const checkpointOf = (line, name, fundId, keyText) => {
  const [, ofHead, hashOfHead] =
    /^(\d{1,15})[\s:]+([0-9a-f]{64}|[0-9a-f]{4} ?[0-9a-f]{4})$/i.exec(line.trim()) ?? []
  if (ofHead) return { name, seq: Number(ofHead), hash: hashOfHead.replace(' ', '').toLowerCase() }
  const [mark, ...said] = line.trim().split(/\s+/)
  const [title, words, at] = { VF1: ['receipt', 7, 1], VB1: ['balance', 10, 6] }[mark] ?? []
  if (said.length !== words || !/^\d{1,15}$/.test(said[at]))
    throw new Error(`${name} is neither a receipt (VF1, VB1) nor a number with a hash`)
  const [ofKey, signature] = said.splice(-2)
  const [ofFund] = said
  if (!keyText) throw new Error(`${name} is a receipt, which is checked with --key`)
  const { key, keyId } = keyOf(keyText)
  if (ofFund !== fundId) return { name, fault: `${name} is of another fund` }
  if (ofKey !== keyId) return { name, fault: `${name} was signed by another key, ${ofKey}` }
  const text = joined([`village-fund/${title}/1`, ...said])
  if (!verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url')))
    return { name, fault: `${name} is not signed by the fund: forged, or typed wrongly` }
  const [seq, id, hash, recordedAt] = said.slice(1)
  // A passbook's leaf names the last entry that it was counted from.
  if (mark === 'VB1') return { name, seq: Number(said[6]), hash: said[7] }
  return { name, seq: Number(seq), id, hash, recordedAt }
}

/** Holds the journal against what was kept: what was written anew stands after the last that agrees. */
const faultsAgainst = (checkpoints, entries) => {
  const found = new Map(entries.map((entry) => [entry.seq, entry]))
  const faults = checkpoints.flatMap(({ fault }) => fault ?? [])
  let agreed = 0
  const good = checkpoints.filter(({ fault }) => !fault).toSorted((a, b) => a.seq - b.seq)
  for (const { name, ...kept } of good) {
    const entry = found.get(kept.seq)
    const which = agreed + 1 < kept.seq ? `one of entries ${agreed + 1} to` : 'entry'
    // A short code is the beginning of a hash; everything else is kept whole.
    const isKept = (field) =>
      field === 'hash' ? `${entry.hash}`.startsWith(kept.hash) : entry[field] === kept[field]
    if (entry && Object.keys(kept).every(isKept)) agreed = kept.seq
    else faults.push(`${which} ${kept.seq} was written anew or cut off: see ${name}`)
  }
  return { faults, agreed }
}

/** All that is wrong with journals, held against the lines that others kept; `until`: the last entry they vouch for. */
export const check = (journals, lines, keyText) => {
  const entries = journals.flatMap((one) => one.entries)
  if (entries.length === 0) throw new Error('no entries: JOURNAL... --kept FILE --key PUBLIC_KEY')
  const kept = lines.map((line, i) =>
    checkpointOf(line, `line ${i + 1} of what was kept`, entries[0].fundId, keyText),
  )
  const { faults, agreed } = faultsAgainst(kept, entries)
  const isCut = journals.some(({ head, entries: own }) => head && head.hash !== own.at(-1)?.hash)
  if (isCut) faults.push('an archive does not end with the entry that its first line names')
  return { faults: [...faultsOfChain(entries), ...faults], until: agreed, entries }
}

const main = () => {
  const options = { key: { type: 'string' }, kept: { type: 'string' } }
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const lines = linesOf(values.kept ? readFileSync(values.kept, 'utf8') : '')
  const { faults, until, entries } = check(positionals.map(journalOf), lines, values.key)
  const code = faults.length > 0 ? 1 : lines.length === 0 ? 2 : 0
  const unknown = 'NOT CHECKED, because nothing that others kept was given'
  const verdict = ['HOLDS', `DOES NOT HOLD: ${faults.length} fault(s)`, unknown][code]
  for (const fault of faults) console.log(fault)
  console.log(`${verdict}: ${entries.length} entries of fund ${entries[0].fundId}`)
  console.log(`Up to entry ${until} others vouch for it; after that, nobody does.`)
  return code
}

if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  try {
    process.exitCode = main()
  } catch (error) {
    console.error(error.message)
    process.exitCode = 2
  }
