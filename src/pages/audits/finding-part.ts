import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import { type Audit, type AuditFinding } from '#domain/network/audits/audit.ts'
import { auditPath, auditWordsIn, weightMark } from '#src/pages/audits/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'

type Said = { readonly currency?: Currency }

/** A finding in one line: how grave, what, of which card or entry, and how much. */
export const findingLine = (
  language: Language,
  { weight, kind, of, amount }: AuditFinding,
  { currency }: Said = {},
): Html => {
  const words = auditWordsIn(language)
  const sum =
    amount === undefined || currency === undefined ? '' : moneyInFigures({ amount, currency })
  return html`<p class="whose">
    ${weightMark(weight, language)} <b>${words[`kind_${kind}`]}</b>
    ${of === undefined ? '' : html`· <bdi>${of}</bdi>`} ${sum === '' ? '' : `· ${sum}`}
  </p>`
}

/** What somebody wrote beside it, by the subject of the note. */
export type Words = ReadonlyMap<string, string>

const quoted = (text: string | undefined): Html | string =>
  text === undefined || text === '' ? '' : html`<blockquote>${text}</blockquote>`

/** Everything that became of a finding, one line after the other. */
export const findingStory = (
  language: Language,
  finding: AuditFinding,
  { notes }: { readonly notes: Words },
): Html => {
  const words = auditWordsIn(language)
  const on = (day: string): string => dateInWords(day, language)
  const { reply, closed, followUpOn, looks = [], findingId } = finding
  return html`<p>
      ${words.raisedOn(on(finding.raisedOn))}${finding.test === undefined ? '' : ` · ${words[`test_${finding.test}`]}`}
    </p>
    ${quoted(notes.get(`audit-finding:${findingId}`))}
    ${
      reply
        ? html`<p>
            ${words.repliedOn(words[`reply_${reply.reply}`], on(reply.on))}
            ${reply.mendBy === undefined ? '' : words.mendsBy(on(reply.mendBy))}
          </p>`
        : closed
          ? ''
          : html`<p>${words.waits(on(finding.replyBy))}</p>`
    }
    ${quoted(notes.get(`audit-reply:${findingId}`))}
    ${closed ? html`<p><b>${words.closedOn(words[`how_${closed.how}`], on(closed.on))}</b></p>` : ''}
    ${looks.map((one) => html`<p>${words.closedOn(words[`seen_${one.seen}`], on(one.on))}</p>`)}
    ${followUpOn === undefined ? '' : html`<p>${words.looksOn(on(followUpOn))}</p>`}`
}

type Reader = { readonly isAuditor: boolean; readonly audit: Audit }

/** What whoever reads can do next about a finding. */
export const findingWays = (
  language: Language,
  finding: AuditFinding,
  { isAuditor, audit }: Reader,
): Html | string => {
  const words = auditWordsIn(language)
  const at = `${auditPath.one(audit)}/findings/${finding.findingId}`
  const way = (to: string, label: string): Html =>
    html`<a class="button" href="${at}/${to}">${label}</a>`
  const ways = isAuditor
    ? [
        ...(finding.closed ? [] : [way('close', words.toClose)]),
        ...(finding.followUpOn === undefined ? [] : [way('look', words.toLook)]),
      ]
    : finding.reply || finding.closed
      ? []
      : [way('reply', words.toReply)]
  return ways.length === 0 ? '' : html`<p class="button-row">${ways}</p>`
}
