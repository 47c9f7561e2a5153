import { canonicalEntry, type JournalRow } from '#domain/ledger/entry.ts'
import type { ActivityRow, Card, Digester, Hasher } from '#domain/ports.ts'
import { isCanonical } from '#src/app/proof/audit-chain.ts'
import type { Refold } from '#src/app/refold.ts'
import { ArchiveFault, type ArchiveFaultCode } from '#src/exchange/archive/faults.ts'
import {
  type ArchiveHeader,
  type ArchiveKind,
  type ArchiveNote,
  archiveFormat,
  archiveVersion,
  depthMax,
  depthOf,
  fieldsOf,
  openActivity,
  openCard,
  openEnd,
  openEntry,
  openHeader,
  openNote,
} from '#src/exchange/archive/format.ts'
import {
  type ArchiveKin,
  type ArchivePerson,
  openKin,
  openPerson,
} from '#src/exchange/archive/people.ts'
import { type ByteSource, gunzippedLines } from '#src/exchange/archive/lines.ts'

/** What an archive holds, line by line. All that comes has been checked against what came before it. */
export type ArchiveItem =
  | { readonly kind: 'header'; readonly header: ArchiveHeader }
  | { readonly kind: 'entry'; readonly row: JournalRow }
  | { readonly kind: 'note'; readonly note: ArchiveNote }
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'person'; readonly person: ArchivePerson }
  | { readonly kind: 'kin'; readonly kin: ArchiveKin }
  | { readonly kind: 'activity'; readonly row: ActivityRow }
  | { readonly kind: 'end'; readonly sha256: string }

type Fields = Exclude<ReturnType<typeof fieldsOf>, string>
type Place = { readonly line: number; readonly seq?: number }

const fail = (code: ArchiveFaultCode, place: Place): never => {
  throw new ArchiveFault({ code, ...place })
}

/** What was read, or the end of reading. */
const sound = <T>(read: T | ArchiveFaultCode, place: Place): Exclude<T, string> =>
  typeof read === 'string' ? fail(read as ArchiveFaultCode, place) : (read as Exclude<T, string>)

const textOf = (bytes: Uint8Array, line: number): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return fail('not-utf8', { line })
  }
}

const headerOf = (text: string, hash: Hasher): ArchiveHeader => {
  const line = 1
  const fields = fieldsOf(text)
  if (fields === 'too-deep') return fail('too-deep', { line })
  if (typeof fields === 'string' || fields['format'] !== archiveFormat)
    return fail('not-an-archive', { line })
  if (typeof fields['v'] === 'number' && fields['v'] > archiveVersion)
    return fail('version-unknown', { line })
  return sound(openHeader(fields, hash), { line })
}

/** Which kind of line comes at which place, by the counts of the header; undefined for the last one. */
const kindAt = ({ counts }: ArchiveHeader, line: number): ArchiveKind | undefined => {
  let last = 1
  const parts = [
    ['entry', counts.entries],
    ['note', counts.notes],
    ['card', counts.cards],
    ['person', counts.persons],
    ['kin', counts.kin],
    ['activity', counts.activities],
  ] as const
  for (const [kind, count] of parts) {
    last += count
    if (line <= last) return kind
  }
  return undefined
}

/** The checks that look at more than one line. */
const inTurn = (header: ArchiveHeader, hash: Hasher, fold: Refold) => {
  let last: JournalRow | undefined
  let subject: string | undefined
  let memberId: string | undefined
  let kinKey: string | undefined
  let activityId: string | undefined
  const cardIds = new Set<string>()
  const tokens = new Set<string>()
  return {
    entry: (row: JournalRow, line: number): void => {
      const place = { line, seq: row.seq }
      if (row.seq !== (last?.seq ?? 0) + 1) fail('seq-broken', place)
      // Its own hash first: where both are wrong, it is this line that was altered.
      if (row.hash !== hash(canonicalEntry(row))) fail('hash-wrong', place)
      if (row.prevHash !== (last?.hash ?? '')) fail('chain-broken', place)
      if (depthOf(row.data) > depthMax) fail('too-deep', place)
      if (!isCanonical(row.data) || fold.take(row) !== undefined) fail('entry-unsound', place)
      last = row
      const { head, counts } = header
      const isLast = row.seq === counts.entries
      if (isLast && (row.seq !== head.seq || row.hash !== head.hash)) fail('head-differs', place)
    },
    note: (note: ArchiveNote, line: number): void => {
      if (subject !== undefined && note.subject <= subject) fail('out-of-order', { line })
      subject = note.subject
    },
    card: (card: Card, line: number): void => {
      if (cardIds.has(card.cardId) || tokens.has(card.tokenHash)) fail('out-of-order', { line })
      cardIds.add(card.cardId)
      tokens.add(card.tokenHash)
    },
    person: (person: ArchivePerson, line: number): void => {
      if (memberId !== undefined && person.memberId <= memberId) fail('out-of-order', { line })
      memberId = person.memberId
    },
    kin: ({ firstId, secondId, relation }: ArchiveKin, line: number): void => {
      const key = [firstId, secondId, relation].join(' ')
      if (kinKey !== undefined && key <= kinKey) fail('out-of-order', { line })
      kinKey = key
    },
    activity: (row: ActivityRow, line: number): void => {
      if (activityId !== undefined && row.activityId <= activityId) fail('out-of-order', { line })
      activityId = row.activityId
    },
  }
}

type Turns = ReturnType<typeof inTurn>

const itemOf = (
  kind: ArchiveKind,
  fields: Fields,
  {
    header,
    hash,
    turns,
    line,
  }: { header: ArchiveHeader; hash: Hasher; turns: Turns; line: number },
): ArchiveItem => {
  const { fundId } = header
  if (fields['kind'] !== kind) return fail('kind-unexpected', { line })
  switch (kind) {
    case 'entry': {
      const row = sound(openEntry(fields, fundId), { line })
      turns.entry(row, line)
      return { kind, row }
    }
    case 'note': {
      const note = sound(openNote(fields, hash), { line })
      turns.note(note, line)
      return { kind, note }
    }
    case 'card': {
      const card = sound(openCard(fields, fundId, hash), { line })
      turns.card(card, line)
      return { kind, card }
    }
    case 'person': {
      const person = sound(openPerson(fields, hash), { line })
      turns.person(person, line)
      return { kind, person }
    }
    case 'kin': {
      const kin = sound(openKin(fields, hash), { line })
      turns.kin(kin, line)
      return { kind, kin }
    }
    case 'activity': {
      const row = sound(openActivity(fields, fundId, hash), { line })
      turns.activity(row, line)
      return { kind, row }
    }
  }
}

type ReadNeeds = { readonly hash: Hasher; readonly digest: Digester; readonly fold: Refold }

const feed = new Uint8Array([0x0a])

/**
 * Reads an archive once, from its first byte to its last, and gives what it holds while it reads. Throws
 * `ArchiveFault` at the first line that does not hold.
 */
export async function* readArchive(
  { hash, digest, fold }: ReadNeeds,
  source: ByteSource,
): AsyncGenerator<ArchiveItem> {
  const before = digest()
  let header: ArchiveHeader | undefined
  let turns: Turns | undefined
  let end: Extract<ArchiveItem, { kind: 'end' }> | undefined
  let line = 0
  for await (const { number, bytes } of gunzippedLines(source)) {
    line = number
    if (end) fail('after-the-end', { line })
    const text = textOf(bytes, line)
    if (!header || !turns) {
      header = headerOf(text, hash)
      turns = inTurn(header, hash, fold)
      yield { kind: 'header', header }
    } else {
      const fields = sound(fieldsOf(text), { line })
      const kind = kindAt(header, line)
      if (kind === undefined) end = endOf(fields, { line, sha256: before.hex() })
      else yield itemOf(kind, fields, { header, hash, turns, line })
    }
    if (!end) {
      before.take(bytes)
      before.take(feed)
    }
  }
  yield end ?? fail('end-missing', { line: line + 1 })
}

const endOf = (
  fields: Fields,
  { line, sha256 }: { readonly line: number; readonly sha256: string },
): Extract<ArchiveItem, { kind: 'end' }> => {
  if (fields['kind'] !== 'end') return fail('kind-unexpected', { line })
  const end = sound(openEnd(fields), { line })
  if (end.lines !== line - 1 || end.sha256 !== sha256) return fail('end-differs', { line })
  return { kind: 'end', sha256 }
}
