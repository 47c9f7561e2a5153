import { html } from 'hono/html'
import {
  type AuditTestKind,
  type BookHead,
  type TestRow,
  auditTests,
  opinions,
} from '#domain/network/audits/audit.ts'
import { sampleIn } from '#src/app/audits/audits.ts'
import { expectedRows } from '#src/app/audits/test-rows.ts'
import {
  type Field,
  choiceField,
  choicesOf,
  countField,
  faultsAll,
  sumField,
} from '#src/desk/fields.ts'
import { amountOrZero } from '#src/desk/entered.ts'
import {
  type AuditVisit,
  auditVisitOf,
  behindAudits,
  bookAt,
  headIn,
  headText,
  lastHead,
  noteOf,
  sendAct,
  wordsField,
} from '#src/http/audits/visit.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Typed, formPages } from '#src/http/form-pages.ts'
import { insteadOfForm, notHere } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { auditPath, rowAmount, rowSaid } from '#src/pages/audits/parts.ts'

type TestVisit = AuditVisit & {
  readonly kind: AuditTestKind
  /** The entry up to which the book was read when the form was made. */
  readonly head: BookHead
  readonly expected: readonly Omit<TestRow, 'seen'>[]
}

const testVisitOf = async (context: HttpContext, of: Typed): Promise<TestVisit | Response> => {
  const visit = await auditVisitOf(context)
  if (visit instanceof Response) return visit
  const kind = auditTests.find((one) => one === context.req.param('test'))
  if (kind === undefined) return notHere(context)
  const { audit, words, today, fundId } = visit
  const { store, hash } = context.get('needs')
  const head = headIn(of('head')) ?? (await lastHead(visit))
  const [read, sample] = [await bookAt(visit, head), await sampleIn(store, hash, audit)]
  const stop = async (line: string) =>
    insteadOfForm(context, await behindAudits(visit, audit), {
      heading: words[`test_${kind}`],
      line,
      back: auditPath.one(audit),
    })
  if (!read || !sample) return stop(words.sampleGone)
  const source = { ...read, sample, from: audit.from, asOf: today }
  const expected = await expectedRows(kind, source, fundId)
  return expected.length === 0 ? stop(words.nothingHere) : { ...visit, kind, head, expected }
}

const fieldOf = (
  { words, language }: TestVisit,
  row: TestVisit['expected'][number],
  i: number,
): Field => {
  const told = {
    name: `seen${i}`,
    label: rowSaid(row, language),
    hint: words.inBook(rowAmount(row.book, row)),
    isOptional: true,
    mayBeZero: true,
  }
  const { currency } = row
  return currency === undefined
    ? countField({ ...told, faults: faultsAll(words.sumUnreadable) })
    : sumField({ language }, { ...told, currency, usual: row.book })
}

const seenIn = (of: Typed, row: TestVisit['expected'][number], i: number): TestRow => {
  const text = of(`seen${i}`)
  if (text === '') return row
  const { currency } = row
  const seen = currency === undefined ? Number(text) : amountOrZero(text, currency)
  return seen === undefined ? row : { ...row, seen }
}

const testing: FormOf<TestVisit> = {
  path: '/funds/:fundId/audits/:auditId/tests/:test',
  rule: 'RecordAuditTest',
  find: testVisitOf,
  frame: (visit) => behindAudits(visit, visit.audit),
  form: (visit) => {
    const { words, audit, kind, head, expected, context } = visit
    return {
      shown: 'glass',
      heading: words[`test_${kind}`],
      told: html`<p>${words[`lead_${kind}`]}</p>`,
      action: `${auditPath.one(audit)}/tests/${kind}`,
      hidden: { id: context.get('needs').ids(), head: headText(head) },
      fields: expected.map((row, i) => fieldOf(visit, row, i)),
      submit: words.testButton,
      back: { href: auditPath.one(audit), label: words.leave },
    }
  },
  take: (visit, of) => {
    const { audit, kind: test, head, expected } = visit
    const { fundId, auditId } = audit
    const rows = expected.map((row, i) => seenIn(of, row, i))
    const act = { type: 'RecordAuditTest', fundId, auditId, test, head, rows } as const
    return sendAct(visit, of, { act, next: auditPath.one(audit) })
  },
}

const judging: FormOf<AuditVisit> = {
  path: '/funds/:fundId/audits/:auditId/opinion',
  rule: 'GiveAuditOpinion',
  lines: 'words',
  find: auditVisitOf,
  frame: (visit) => behindAudits(visit, visit.audit),
  form: ({ words, audit, context }) => ({
    shown: 'book',
    heading: words.opinionHeading,
    told: html`<p>${words.opinionLead}</p>`,
    action: `${auditPath.one(audit)}/opinion`,
    hidden: { id: context.get('needs').ids() },
    fields: [
      choiceField({
        name: 'opinion',
        label: words.opinion,
        choices: choicesOf(opinions, (one) => words[`opinion_${one}`]),
        fault: words.choose,
        as: 'radios',
      }),
      wordsField(words),
    ],
    submit: words.opinionButton,
    back: { href: auditPath.one(audit), label: words.leave },
  }),
  take: async (visit, of) => {
    const { fundId, auditId } = visit.audit
    const opinion = of('opinion') as (typeof opinions)[number]
    const head = await lastHead(visit)
    const act = { type: 'GiveAuditOpinion', fundId, auditId, opinion, head } as const
    const next = auditPath.one(visit.audit)
    return sendAct(visit, of, { act, next, note: noteOf.opinion(auditId) })
  },
}

/** What was seen, test by test, and what the auditor makes of it. */
export const testPages = (pages: Pages): void => {
  formPages(pages, testing)
  formPages(pages, judging)
}
