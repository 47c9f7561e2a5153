import { z } from 'zod'
import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import { isLocalDate } from '#domain/kernel/dates.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { ActivityRow, Card, Hasher } from '#domain/ports.ts'
import { activityOutcomes } from '#src/app/activity.ts'

export const archiveFormat = 'village-fund/archive'
export const archiveVersion = 2

/** A row of a Durable Object can be no longer than this, and the journal goes there too. */
export const lineBytesMax = 2 * 1024 * 1024
export const depthMax = 32

/** What the stores can hold as it was given: no zero character, no half of a character. */
export const text = z.string().refine((value) => !value.includes('\0') && value.isWellFormed())
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const ordinal = z.int().min(1)
const instant = text

const headerShape = z.strictObject({
  kind: z.literal('header'),
  format: z.literal(archiveFormat),
  v: z.union([z.literal(1), z.literal(archiveVersion)]),
  fundId: z.string().regex(/^[\w.-]{1,100}$/),
  head: z.strictObject({ seq: ordinal, hash }),
  // The bounds keep what a file only claims from costing memory.
  counts: z.strictObject({
    entries: z.int().min(1).max(10_000_000),
    notes: z.int().min(0).max(1_000_000),
    cards: z.int().min(0).max(100_000),
    // The first version knew nothing of who members are.
    persons: z.int().min(0).max(100_000).default(0),
    kin: z.int().min(0).max(1_000_000).default(0),
    activities: z.int().min(0).max(10_000_000),
  }),
  /** Whoever made the file left out who the members are: what is kept of them elsewhere stays. */
  without: z.literal('people').optional(),
})

export type ArchiveHeader = z.infer<typeof headerShape>
export type ArchiveKind = 'entry' | 'note' | 'card' | 'person' | 'kin' | 'activity'

const shapes = {
  entry: z.strictObject({
    kind: z.literal('entry'),
    seq: ordinal,
    id: text,
    type: text,
    v: ordinal,
    effectiveOn: z.string().refine(isLocalDate),
    recordedAt: instant,
    recordedBy: text,
    device: text,
    commandHash: text,
    reverses: text.optional(),
    data: text,
    prevHash: z.union([hash, z.literal('')]),
    hash,
  }),
  note: z.strictObject({ kind: z.literal('note'), subject: text, text }),
  card: z.strictObject({
    kind: z.literal('card'),
    cardId: text,
    memberId: text,
    tokenHash: text,
    secret: text,
    issuedAt: instant,
    revokedAt: instant.optional(),
  }),
  activity: z.strictObject({
    kind: z.literal('activity'),
    activityId: text,
    at: instant,
    actor: text,
    device: text,
    action: text,
    subject: text,
    outcome: z.enum(activityOutcomes),
  }),
}

const endShape = z.strictObject({ kind: z.literal('end'), lines: ordinal, sha256: hash })

export type ArchiveNote = { readonly subject: string; readonly text: string }
type ArchiveEnd = z.infer<typeof endShape>

const sumLength = 16

/** A line that carries its own checksum, so that damage is found where it is and not only at the end. */
export const withSum = (
  line: { readonly [key: string]: Json | undefined },
  sha256: Hasher,
): string => canonicalJson({ ...line, sum: sha256(canonicalJson(line)).slice(0, sumLength) })

export const headerLine = (header: Omit<ArchiveHeader, 'kind' | 'format' | 'v'>, sha256: Hasher) =>
  withSum({ ...header, kind: 'header', format: archiveFormat, v: archiveVersion }, sha256)

/** An entry needs no checksum: its hash covers all of it, and the fund's id from the first line too. */
export const entryLine = (row: JournalRow): string =>
  canonicalJson({ ...row, fundId: undefined, kind: 'entry' })

export const noteLine = (note: ArchiveNote, sha256: Hasher): string =>
  withSum({ ...note, kind: 'note' }, sha256)

export const cardLine = (card: Card, sha256: Hasher): string =>
  withSum({ ...card, fundId: undefined, kind: 'card' }, sha256)

export const activityLine = (row: ActivityRow, sha256: Hasher): string =>
  withSum({ ...row, scope: undefined, kind: 'activity' }, sha256)

export const endLine = (end: Omit<ArchiveEnd, 'kind'>): string =>
  canonicalJson({ ...end, kind: 'end' })

/** How deep the brackets of a JSON text go, told without reading it. */
export const depthOf = (json: string): number => {
  let depth = 0
  let deepest = 0
  let isInText = false
  for (let i = 0; i < json.length; i += 1) {
    const code = json.charCodeAt(i)
    if (isInText) {
      if (code === 0x5c) i += 1
      else if (code === 0x22) isInText = false
    } else if (code === 0x22) isInText = true
    else if (code === 0x7b || code === 0x5b) {
      depth += 1
      deepest = Math.max(deepest, depth)
    } else if (code === 0x7d || code === 0x5d) depth -= 1
  }
  return deepest
}

export type Opened<T> = T | 'line-broken' | 'line-altered' | 'too-deep'
export type Fields = { readonly [key: string]: Json }

/** The fields of a line, which must be an object and must be written as this program writes it. */
export const fieldsOf = (line: string): Opened<Fields> => {
  if (depthOf(line) > depthMax) return 'too-deep'
  try {
    const value = JSON.parse(line) as Json
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return 'line-broken'
    return canonicalJson(value) === line ? (value as Fields) : 'line-broken'
  } catch {
    return 'line-broken'
  }
}

export const summed = (fields: Fields, sha256: Hasher): Opened<Fields> => {
  const { sum, ...line } = fields
  if (typeof sum !== 'string') return 'line-broken'
  return sha256(canonicalJson(line)).slice(0, sumLength) === sum ? line : 'line-altered'
}

export const shaped = <T>(shape: z.ZodType<T>, fields: Opened<Fields>): Opened<T> => {
  if (typeof fields === 'string') return fields
  const read = shape.safeParse(fields)
  return read.success ? read.data : 'line-broken'
}

export const openHeader = (fields: Fields, sha256: Hasher): Opened<ArchiveHeader> =>
  shaped(headerShape, summed(fields, sha256))

export const openEnd = (fields: Fields): Opened<ArchiveEnd> => shaped(endShape, fields)

/** A row as the stores hold it. Its hash is still to be looked at. */
export const openEntry = (fields: Fields, fundId: string): Opened<JournalRow> => {
  const read = shaped(shapes.entry, fields)
  if (typeof read === 'string') return read
  const { kind: _, reverses, ...row } = read
  return { ...row, fundId, reverses }
}

export const openNote = (fields: Fields, sha256: Hasher): Opened<ArchiveNote> => {
  const read = shaped(shapes.note, summed(fields, sha256))
  return typeof read === 'string' ? read : { subject: read.subject, text: read.text }
}

export const openCard = (fields: Fields, fundId: string, sha256: Hasher): Opened<Card> => {
  const read = shaped(shapes.card, summed(fields, sha256))
  if (typeof read === 'string') return read
  const { kind: _, revokedAt, ...card } = read
  return { ...card, fundId, revokedAt }
}

export const openActivity = (
  fields: Fields,
  scope: string,
  sha256: Hasher,
): Opened<ActivityRow> => {
  const read = shaped(shapes.activity, summed(fields, sha256))
  if (typeof read === 'string') return read
  const { kind: _, ...row } = read
  return { ...row, scope }
}
