import { z } from '@hono/zod-openapi'
import { scopeOf } from '#domain/access/table.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import { watchOperations } from '#domain/operations/network.ts'
import type { Journal } from '#domain/ports.ts'
import { newApi, ofFund, ofNetwork } from '#src/http/api.ts'
import { id } from '#src/http/reads/query.ts'
import { fundPath } from '#src/http/reads/funds.ts'
import { readPlain } from '#src/http/reads/read.ts'
import { receiptRoutes } from '#src/http/receipts.ts'

const limitMax = 200

/** A whole number as a query writes it. */
const wholeText = (min: number, max: number, code: string) =>
  z
    .string()
    .regex(/^\d{1,12}$/, code)
    .transform(Number)
    .refine((value) => value >= min && value <= max, code)

const feedQuery = z.strictObject({
  after: wholeText(0, Number.MAX_SAFE_INTEGER, 'after-not-whole').optional().openapi({
    type: 'integer',
    minimum: 0,
    default: 0,
    description: 'The last seq that the reader has; `nextAfter` of the page before',
  }),
  limit: wholeText(1, limitMax, 'limit-not-1-to-200')
    .optional()
    .openapi({ type: 'integer', minimum: 1, maximum: limitMax, default: limitMax }),
})

const entrySchema = z
  .strictObject({
    fundId: z.string().openapi({ description: 'Of the fund, or of the network' }),
    seq: z.int(),
    id: z.string(),
    type: z.string(),
    v: z.int(),
    effectiveOn: z.string(),
    recordedAt: z.string(),
    recordedBy: z.string(),
    device: z.string(),
    commandHash: z.string(),
    reverses: z
      .string()
      .nullable()
      .openapi({ description: 'The entry that this one undoes; null is `-` under the hash' }),
    data: z.string().openapi({
      description: 'The text that is hashed, byte for byte: canonical JSON of the facts',
    }),
    prevHash: z.string(),
    hash: z.string(),
  })
  .openapi('JournalEntry')

const feedSchema = z
  .strictObject({
    items: z.array(entrySchema),
    nextAfter: z.int().openapi({
      description: 'Where to go on, now or later; no items means that there are no more yet',
    }),
  })
  .openapi('JournalFeed')

/** Every column as it is stored, so that a reader can reckon the hash again. */
const entryOf = (row: JournalRow) => ({
  fundId: row.fundId,
  seq: row.seq,
  id: row.id,
  type: row.type,
  v: row.v,
  effectiveOn: row.effectiveOn,
  recordedAt: row.recordedAt,
  recordedBy: row.recordedBy,
  device: row.device,
  commandHash: row.commandHash,
  reverses: row.reverses ?? null,
  data: row.data,
  prevHash: row.prevHash,
  hash: row.hash,
})

const feedOf = async (
  journal: Journal,
  journalId: string,
  { after = 0, limit = limitMax }: z.output<typeof feedQuery>,
  shown = (row: JournalRow): JournalRow => row,
) => {
  const rows = await journal.read(journalId, after, limit)
  return { items: rows.map((row) => entryOf(shown(row))), nextAfter: rows.at(-1)?.seq ?? after }
}

const fundFeed = readPlain({
  path: '/v1/funds/{fundId}/journal',
  summary: 'The journal of a fund, entry by entry',
  description:
    'The feed that phones and auditors follow: rows as they are stored, so that a reader can count the hashes again. Ask again with after=nextAfter; empty items means nothing new yet.',
  ...ofFund('read-journal'),
  request: { params: fundPath, query: feedQuery },
  answer: feedSchema,
  said: 'Entries of the fund in order',
  of: (context) => {
    const { store } = context.get('needs')
    return feedOf(store, context.get('fund').fundId, context.req.valid('query'))
  },
})

/** Codes of reports on agencies and what was ruled, with marks of households: for the team and a reviewer. */
const ofReports: readonly string[] = watchOperations.list
  .filter(({ command }) => scopeOf(command, 'administrator') === 'no')
  .map(({ entry }) => entry)

/**
 * Cards and sums of an audit are for its auditors and the fund's officers: whoever looks after the network sees no figure of a
 * book. That such an entry is there, and its hash, everybody sees who reads the journal.
 */
const withoutAudits = (row: JournalRow): JournalRow =>
  row.type.startsWith('Audit') || ofReports.includes(row.type) ? { ...row, data: '' } : row

const networkFeed = readPlain({
  path: '/v1/networks/{networkId}/journal',
  summary: 'The journal of a network, entry by entry',
  description:
    'Of entries of an audit, and of those about reports on agencies, `data` is empty: cards and sums of a fund are for those whom it lets in, codes of reports for the team. To whoever holds an office in a fund it is shut. Their hashes stand in the chain; `audit` counts them.',
  ...ofNetwork('read-network-journal'),
  request: { params: z.object({ networkId: id }), query: feedQuery },
  answer: feedSchema,
  said: 'Entries of the network in order',
  of: (context) => {
    const { networks } = context.get('needs').store
    const { networkId } = context.get('network')
    return feedOf(networks, networkId, context.req.valid('query'), withoutAudits)
  },
})

/** The feeds that phones and auditors follow, and the proofs that go with their entries. */
export const journalRoutes = () =>
  newApi().openapiRoutes([fundFeed, networkFeed]).route('/', receiptRoutes())
