import { rolesInNetwork } from '#domain/access/person.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { AuditCommand } from '#domain/network.ts'
import type { Audit, BookHead } from '#domain/network/audits/audit.ts'
import { isToldToFund } from '#domain/network/audits/waiting.ts'
import { isAccepted } from '#src/app/answer.ts'
import { auditsOf, viewsAt } from '#src/app/audits/audits.ts'
import { headOf } from '#src/app/heads.ts'
import { type BookViews, bookOf } from '#src/app/queries.ts'
import { linesField } from '#src/desk/fields.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import { fundNameIn } from '#src/http/entrance/fund-name.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Taken, Typed } from '#src/http/form-pages.ts'
import { decideInNetwork, envelopeOf } from '#src/http/network/deciding.ts'
import { notHere } from '#src/http/network/place.ts'
import { auditPath, auditWordsIn } from '#src/pages/audits/parts.ts'
import type { PageFrame } from '#src/pages/layout.ts'
import type { AuditsWords } from '#src/words/en/audits.ts'
import type { Language } from '#src/words/catalogue.ts'

/** Where pages of a fund's audits stand: the fund, its audits in the network of whoever reads, and the day. */
export type FundAudits = {
  readonly context: HttpContext
  readonly language: Language
  readonly words: AuditsWords
  readonly fundId: string
  readonly fundName: string
  readonly today: LocalDate
  readonly audits: readonly Audit[]
  /** Let in as the network's auditor, and not an officer of the fund. */
  readonly isAuditor: boolean
}

export type AuditVisit = FundAudits & { readonly audit: Audit }

/** Audits are kept by the network of whoever is signed in; on a page of a fund it is not in the path. */
export const inOwnNetwork = (context: HttpContext): string => {
  const { person, session } = context.get('caller')!
  const { networkId } = session
  context.set('network', { networkId, held: rolesInNetwork(person, networkId) })
  return networkId
}

/** The audits of the fund in the path, as far as whoever asks is told of them. */
export const fundAuditsOf = async (context: HttpContext): Promise<FundAudits> => {
  const { store, today } = context.get('needs')
  const { fundId, held } = context.get('fund')
  const language = context.get('language')
  const all = await auditsOf(store, inOwnNetwork(context), fundId)
  const isAuditor = held.includes('auditor')
  return {
    context,
    language,
    words: auditWordsIn(language),
    fundId,
    fundName: await fundNameIn(context, fundId),
    today: today(),
    audits: isAuditor ? all : all.filter(isToldToFund),
    isAuditor,
  }
}

/** The audit in the path, or the page of what is not there. */
export const auditVisitOf = async (context: HttpContext): Promise<AuditVisit | Response> => {
  const of = await fundAuditsOf(context)
  const audit = of.audits.find(({ auditId }) => auditId === context.req.param('auditId'))
  return audit ? { ...of, audit } : notHere(context)
}

/** The frame of a page behind the list of a fund's audits, or behind one of them. */
export const behindAudits = async (
  { context, words, fundId }: FundAudits,
  audit?: Audit,
): Promise<PageFrame> =>
  frameOf(context, {
    back: audit
      ? { href: auditPath.one(audit), label: words.backToOne }
      : { href: auditPath.ofFund(fundId), label: words.back },
  })

/** The last entry of the fund's book. */
export const lastHead = async ({ context, fundId }: FundAudits): Promise<BookHead> =>
  (await headOf(context.get('needs').store, fundId)) ?? { seq: 0, hash: '' }

/** An entry as a form carries it unseen. */
export const headText = ({ seq, hash }: BookHead): string => `${seq} ${hash}`
export const headIn = (text: string): BookHead | undefined => {
  const [, seq, hash] = /^(\d{1,12}) ([0-9a-f]{64})$/.exec(text) ?? []
  return seq === undefined ? undefined : { seq: Number(seq), hash: hash! }
}

/** The book up to an entry; undefined where that entry is not in it. */
export const bookAt = async ({ context, fundId }: FundAudits, head: BookHead) => {
  const views: BookViews | undefined = await viewsAt(context.get('needs').store, fundId, head)
  const book = views && (await bookOf(views, fundId))
  return book && views && { views, book }
}

const faultSaid = (words: AuditsWords, code: string): string => {
  const known = words as unknown as Readonly<Record<string, unknown>>
  const said = Object.hasOwn(known, code) ? known[code] : undefined
  return typeof said === 'string' ? said : words.notTaken
}

export const answerSaid = (words: AuditsWords, answer: object): string =>
  faultSaid(words, 'code' in answer ? String(answer.code) : '')

type Act<C> = C extends AuditCommand ? Omit<C, 'id' | 'v' | 'effectiveOn'> : never

/** Sends an act of an audit, keeps its words beside the book, and goes on. */
export const sendAct = async (
  { context, words, fundId }: FundAudits,
  of: Typed,
  {
    act,
    next,
    note,
  }: { readonly act: Act<AuditCommand>; readonly next: string; readonly note?: string },
): Promise<Taken> => {
  const command = { ...envelopeOf(context, of('id')), ...act } as AuditCommand
  const answer = await decideInNetwork(context, command)
  if (!isAccepted(answer)) return { fault: answerSaid(words, answer), status: 409 }
  await keepWords(context, fundId, note, of('words'))
  return { next: `${next}?done=1` }
}

/** Words lie beside the fund's book, where they can be erased; nothing is kept of none. */
export const keepWords = async (
  context: HttpContext,
  fundId: string,
  subject: string | undefined,
  text: string,
): Promise<void> => {
  if (subject === undefined || text === '') return
  await context.get('needs').store.keep(fundId, [{ subject, text }])
}

const wordsMax = 1000

/** What somebody says in words of their own. */
export const wordsField = (words: AuditsWords) =>
  linesField({
    name: 'words',
    label: words.words,
    hint: words.wordsHint,
    rule: (text) => (text.trim().length <= wordsMax ? text.trim() : undefined),
    fault: words.wordsFault,
    lengthMax: wordsMax,
  })

/** Under which subject words of a finding, its reply and an opinion are kept. */
export const noteOf = {
  finding: (findingId: string): string => `audit-finding:${findingId}`,
  reply: (findingId: string): string => `audit-reply:${findingId}`,
  opinion: (auditId: string): string => `audit-opinion:${auditId}`,
} as const
