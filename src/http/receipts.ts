import { z } from '@hono/zod-openapi'
import { isUuid } from '#domain/kernel/ids.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Loan } from '#domain/loans/loan.ts'
import type { FundViews } from '#domain/ports.ts'
import { receiptCode, receiptOf } from '#src/app/proof/receipts.ts'
import { newApi, ofFund } from '#src/http/api.ts'
import type { FundAccess } from '#src/http/env.ts'
import { id } from '#src/http/reads/query.ts'
import { fundPath } from '#src/http/reads/funds.ts'
import { readPlain } from '#src/http/reads/read.ts'

export const receiptExample = {
  fundId: 'd41c6e90-83f2-8b57-b0a4-17e5c9d82f36',
  seq: 481,
  id: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e01',
  hash: '9f2d6b7a0c41e85d3f7be1a64c90d2857ab3f40e6d1c92b58e07a4f3d6c1b290',
  recordedAt: '2025-11-20T03:12:45.120Z',
  keyId: '4be1c07d92a3f658',
  signature: 'q0kM3…',
}

export const receiptSchema = z
  .strictObject({
    fundId: z.string(),
    seq: z.int(),
    id: z.string(),
    hash: z.string(),
    recordedAt: z.string(),
    keyId: z.string(),
    signature: z.string().openapi({ description: 'Ed25519, base64url' }),
  })
  .openapi('Receipt', {
    description:
      'Signed are the length-prefixed fields village-fund/receipt/1, fundId, seq, id, hash, recordedAt',
    example: receiptExample,
  })

const receiptAnswer = z
  .strictObject({
    receipt: receiptSchema,
    code: z.string().openapi({ description: 'The same as one line that fits a QR code' }),
  })
  .openapi('ReceiptAnswer')

const keyAnswer = z
  .strictObject({
    fundId: z.string(),
    algorithm: z.literal('Ed25519'),
    keyId: z.string(),
    publicKey: z.string().openapi({ description: 'The 32 bytes of the key, base64url' }),
    older: z.array(z.strictObject({ keyId: z.string(), publicKey: z.string() })).openapi({
      description: 'Keys before it, the latest first: receipts that name one of them still hold',
    }),
  })
  .openapi('ReceiptKey')

type About = {
  readonly memberId?: string
  readonly loanId?: string
  readonly touched?: readonly { readonly loanId: string }[]
}

/** Whether an entry is about one member: by name of the member, or of a loan of hers. */
const isAbout = async (
  store: FundViews,
  { fundId, data }: JournalRow,
  memberId: string,
): Promise<boolean> => {
  const about = JSON.parse(data) as About
  if (about.memberId !== undefined) return about.memberId === memberId
  const touched = (about.touched ?? []).map(({ loanId }) => loanId)
  for (const loanId of [...(about.loanId === undefined ? [] : [about.loanId]), ...touched]) {
    const loan = await store.subject(fundId, 'loan', loanId)
    if (loan && (JSON.parse(loan.data) as Loan).memberId === memberId) return true
  }
  return false
}

const mayHold = async (store: FundViews, row: JournalRow, access: FundAccess): Promise<boolean> =>
  access.scope === 'all' ||
  (access.ownMemberId !== undefined && (await isAbout(store, row, access.ownMemberId)))

const receipt = readPlain({
  path: '/v1/funds/{fundId}/entries/{entryId}/receipt',
  summary: 'The signed receipt of an entry',
  ...ofFund('read-receipt'),
  request: { params: fundPath.extend({ entryId: id }) },
  answer: receiptAnswer,
  said: 'The signed receipt of an entry',
  of: async (context) => {
    const { store, signer } = context.get('needs')
    const access = context.get('fund')
    const { entryId } = context.req.valid('param')
    const [row] = isUuid(entryId) ? await store.find(access.fundId, [entryId]) : []
    if (!row || !(await mayHold(store, row, access))) return undefined
    const signed = receiptOf(signer, row)
    return { receipt: signed, code: receiptCode(signed) }
  },
})

const key = readPlain({
  path: '/v1/funds/{fundId}/key',
  summary: 'The public key that receipts of a fund are checked with',
  ...ofFund('see-fund'),
  request: { params: fundPath },
  answer: keyAnswer,
  said: 'What the receipts of the fund are checked with',
  of: (context) => {
    const { fundId } = context.get('fund')
    const { signer } = context.get('needs')
    const older = signer.olderKeys(fundId)
    return { fundId, algorithm: 'Ed25519' as const, ...signer.publicKey(fundId), older }
  },
})

export const receiptRoutes = () => newApi().openapiRoutes([receipt, key])
