import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Journal } from '#domain/ports.ts'
import { headOf } from '#src/app/heads.ts'
import { type Receipt, receiptCode, receiptOf } from '#src/app/proof/receipts.ts'
import { judgeReceipt, receiptIn } from '#src/app/proof/verify-receipt.ts'
import type { HttpContext } from '#src/http/env.ts'
import { tokenOf } from '#src/http/sessions.ts'

/** A year, as long as a device stays enrolled. */
const keptSeconds = 365 * 24 * 3600

/** One checkpoint a fund; a phone of several funds keeps one of each. */
const nameFor = (fundId: string): string => `kept-${fundId.slice(0, 13)}`

const keptOf = (context: HttpContext, fundId: string): Receipt | undefined => {
  const kept = receiptIn(getCookie(context as Context, nameFor(fundId), 'host') ?? '')
  return kept?.fundId === fundId ? kept : undefined
}

const whereNobodyReaches = { prefix: 'host', httpOnly: true, sameSite: 'Lax' } as const

const keep = (context: HttpContext, receipt: Receipt): void =>
  setCookie(context, nameFor(receipt.fundId), receiptCode(receipt), {
    ...whereNobodyReaches,
    maxAge: keptSeconds,
  })

const prefixed = '__Host-'

/**
 * A phone that is enrolled anew begins anew: after a backup was put back, lines that it has seen are gone for good, and
 * somebody else than whoever keeps the book has to say that this is so.
 */
export const forgetKept = (context: HttpContext): void => {
  for (const name of Object.keys(getCookie(context as Context)))
    if (name.startsWith(`${prefixed}kept-`))
      setCookie(context, name.slice(prefixed.length), '', { ...whereNobodyReaches, maxAge: 0 })
}

const portion = 500

/** The newest line after one that is known, in one question to the store; the first time, or after long, in some forty. */
const lastAfter = async (
  journal: Journal,
  fundId: string,
  seq: number,
): Promise<JournalRow | undefined> => {
  const news = seq > 0 ? await journal.read(fundId, seq, portion) : []
  if (seq > 0 && news.length < portion) return news.at(-1)
  const head = await headOf(journal, fundId)
  return head && (await journal.read(fundId, head.seq - 1, 1))[0]
}

/**
 * What an enrolled phone has seen of a fund's book, held against the book that it is shown now: the number of the line that
 * it has seen and that is no longer in the book, or undefined where all is well. A phone that is content keeps where
 * the book stands now, signed; one that is not keeps what it has. Phones of households keep nothing: who lives with
 * somebody may look through a phone, and a receipt on paper proves the same.
 */
export const goneFromBook = async (context: HttpContext): Promise<number | undefined> => {
  if (tokenOf(context, 'device') === undefined) return undefined
  const { store, signer, hash } = context.get('needs')
  const { fundId } = context.get('fund')
  const kept = keptOf(context, fundId)
  const judged = kept && (await judgeReceipt({ store, signer, hash }, kept))
  if (judged?.verdict === 'written-anew' || judged?.verdict === 'gone') return judged.seq
  const row = await lastAfter(store, fundId, judged?.verdict === 'stands' ? judged.seq : 0)
  if (row) keep(context, receiptOf(signer, row))
  return undefined
}
