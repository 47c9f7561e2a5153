import { html } from 'hono/html'
import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import { auditTests, findingKinds } from '#domain/network/audits/audit.ts'
import type { NetworkCommand } from '#domain/network.ts'
import { isAccepted } from '#src/app/answer.ts'
import { type CarriedWords, placesOfWords } from '#src/app/audits/laptop.ts'
import { atOneHead } from '#src/app/heads.ts'
import { givenRolesIn } from '#src/app/identity/given.ts'
import { bookOf } from '#src/app/queries.ts'
import { fileField } from '#src/desk/fields.ts'
import {
  type PapersOf,
  openedPapers,
  papersKey,
  papersNamed,
} from '#src/exchange/carried/papers.ts'
import { evidenceParts } from '#src/exchange/evidence/parts.ts'
import type { ZipFile } from '#src/exchange/evidence/zip.ts'
import { auditShownOf } from '#src/http/audits/one.ts'
import { answerSaid, auditVisitOf, inOwnNetwork } from '#src/http/audits/visit.ts'
import { bodyBytesMax } from '#src/http/commands/body.ts'
import { itemOf } from '#src/http/commands/items.ts'
import { networkSchemas } from '#src/http/commands/schemas.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, formPages } from '#src/http/form-pages.ts'
import { sendToNetwork } from '#src/http/gate.ts'
import { behindStart, notHere } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { problem } from '#src/http/problem.ts'
import { signedZip, wholeOf } from '#src/http/reads/evidence.ts'
import { readAtOneHead } from '#src/http/reads/exports.ts'
import { isDrawnTold } from '#src/pages/audits/one-page.ts'
import { auditPath, auditWordsIn } from '#src/pages/audits/parts.ts'
import { reportFile } from '#src/pages/audits/report-page.ts'
import type { AuditsWords } from '#src/words/en/audits.ts'
import { languages } from '#src/words/catalogue.ts'
import { evidenceWords } from '#src/words/evidence-words.ts'

/** The report in both languages and as data, with the fund's own pack of evidence: one folder that the fund's key has signed. */
const archive = async (context: HttpContext): Promise<Response> => {
  const { store, hash, digest, isPractice, today } = context.get('needs')
  const visit = await auditVisitOf(context)
  if (visit instanceof Response) return visit
  // It holds what was drawn.
  if (!isDrawnTold(visit)) return notHere(context)
  if (isPractice) return problem(409, 'practice-signs-nothing')
  const { fundId, audit } = visit
  const encoder = new TextEncoder()
  return readAtOneHead(() =>
    atOneHead(store, fundId, async () => {
      const [shown, book] = [await auditShownOf(visit), await bookOf(store, fundId)]
      if (!shown || !book) return notHere(context)
      const source = { fundId, book, asOf: today() }
      const made = (await evidenceParts({ store, hash, digest }, source, evidenceWords))!
      const told: AuditTold = {
        audit: audit as unknown as Json,
        sample: (shown.sample ?? null) as Json,
      }
      const files: ZipFile[] = [
        { name: 'audit.json', bytes: encoder.encode(`${canonicalJson(told)}\n`) },
        ...languages.map((language) => ({
          name: `report-${language}.html`,
          bytes: encoder.encode(reportFile(language, { ...shown, notes: new Map() })),
        })),
      ]
      for (const { name, bytes } of made.parts) files.push({ name, bytes: await wholeOf(bytes) })
      return signedZip(context, { fundId, asOf: source.asOf, head: made.head }, files)
    }),
  )
}

type AuditTold = { readonly [key: string]: Json }

/** The plan with the key of its papers, for a laptop that has the fund's archive. */
const takeAlong = async (context: HttpContext): Promise<Response> => {
  const visit = await auditVisitOf(context)
  if (visit instanceof Response) return visit
  const { auditId, fundId, from, visitOn, why, head, seed, plannedOn } = visit.audit
  const { networkId } = context.get('network')
  const of = { networkId, fundId, auditId }
  const key = papersKey(of, context.get('needs'))
  const plan = { ...of, from, visitOn, why, head, seed, plannedOn }
  context.header('content-disposition', 'attachment; filename="audit-plan.json"')
  return context.body(JSON.stringify({ format: 'village-fund/audit-plan/1', plan, key }), 200, {
    'content-type': 'application/json',
  })
}

const isWords = (one: unknown): one is CarriedWords =>
  typeof one === 'object' && one !== null && 'type' in one && one.type === 'AuditWords'

const wordsMax = 1000

/** Words go with an act that stands, and where none are yet: what was changed here since is not put back. */
const keepCarried = async (
  context: HttpContext,
  of: PapersOf,
  carried: readonly CarriedWords[],
): Promise<void> => {
  const { store } = context.get('needs')
  const { fundId } = of
  const places = await placesOfWords(store.networks, of)
  for (const { subject, text } of carried) {
    if (typeof text !== 'string' || text.length > wordsMax || !places.has(subject)) continue
    if ((await store.noteOf(fundId, subject)) === undefined)
      await store.keep(fundId, [{ subject, text }])
  }
}

/** Which of the acts that came it was, as the pages of an audit call it; what is no act of one is told by no word of its own. */
const actSaid = (words: AuditsWords, sent: unknown): string => {
  const { type, test, kind } = { ...(sent as Readonly<Record<string, unknown>>) }
  switch (type) {
    case 'RecordAuditTest':
      return words[`test_${auditTests.find((one) => one === test) ?? 'exceptions'}`]
    case 'RaiseAuditFinding':
      return words[`kind_${findingKinds.find((one) => one === kind) ?? 'other'}`]
    case 'GiveAuditOpinion':
      return words.opinionHeading
    default:
      return words.anotherAct
  }
}

type BringVisit = { readonly context: HttpContext }

const bringing: FormOf<BringVisit> = {
  path: auditPath.bring,
  rule: 'PlanAudit',
  hasFiles: true,
  find: async (context) => ({ context }),
  frame: ({ context }) =>
    behindStart(context, {
      back: { href: auditPath.all, label: auditWordsIn(context.get('language')).back },
    }),
  form: ({ context }) => {
    const words = auditWordsIn(context.get('language'))
    return {
      shown: 'book',
      heading: words.bringHeading,
      told: html`<p>${words.bringLead}</p>`,
      action: auditPath.bring,
      fields: [fileField({ name: 'file', label: words.file, accept: '.txt,text/plain' })],
      submit: words.bringButton,
      back: { href: auditPath.all, label: words.leave },
    }
  },
  take: async ({ context }, _, files) => {
    const needs = context.get('needs')
    const words = auditWordsIn(context.get('language'))
    const wrong = { fault: words.fileFault, status: 400 } as const
    const [file] = files('file')
    if (!file || file.size > bodyBytesMax) return wrong
    const text = await file.text()
    const of = papersNamed(text)
    if (of?.networkId !== inOwnNetwork(context)) return wrong
    const carried = await openedPapers(text, of, papersKey(of, needs))
    const { person } = context.get('caller')!
    const held = await givenRolesIn(needs, { person, fundId: of.fundId, day: needs.today() })
    if (!carried || !held.includes('auditor')) return wrong
    const sent = carried.filter((one) => !isWords(one))
    const items = sent.map((one) => itemOf<NetworkCommand>(networkSchemas, one))
    const answers = await sendToNetwork(context, items)
    await keepCarried(context, of, carried.filter(isWords))
    const refused = answers.flatMap((answer, place) =>
      isAccepted(answer)
        ? []
        : [words.refused(actSaid(words, sent[place]), answerSaid(words, answer))],
    )
    const told = html`<p>
        <b>${words.brought(answers.length - refused.length, answers.length)}</b>
      </p>
      <ul>
        ${refused.map((said) => html`<li>${said}</li>`)}
      </ul>
      <p><a class="button" href="${auditPath.one(of)}">${words.backToOne}</a></p>`
    return { told, status: refused.length === 0 ? 200 : 409 }
  },
}

/** What leaves an audit as a file, and what comes back of one. */
export const auditPaperPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/audits/:auditId/report.zip', 'read-audits', archive)
  pages.get('/funds/:fundId/audits/:auditId/take-along', 'MoveAudit', takeAlong)
  formPages(pages, bringing)
}
