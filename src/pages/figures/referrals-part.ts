import { html } from 'hono/html'
import { referralKinds } from '#domain/cases/operations/referrals.ts'
import { type AskedState, wasSent } from '#domain/statistics/referral-tables.ts'
import type { Release } from '#domain/statistics/releasing.ts'
import type { PublishedTable } from '#domain/statistics/tables.ts'
import type { Told } from '#src/app/figures/book.ts'
import { referralWord } from '#src/desk/cases/words.ts'
import { periodSaid, releaseOfKind, releaseWordsIn, tableNamed } from '#src/pages/figures/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'

type Line = { readonly kind: string } & Readonly<Record<typeof wasSent | AskedState, number | null>>

const peopleIn = (one: PublishedTable, line: string | undefined): number | null =>
  one.cells.find(({ at }) => at[one.id] === line && Object.keys(at).length <= 1)?.people ?? null

const lineOf = (one: PublishedTable, kind: string): Line => ({
  kind,
  sent: peopleIn(one, wasSent),
  answered: peopleIn(one, 'answered'),
  unanswered: peopleIn(one, 'unanswered'),
})

const isTold = ({ sent, answered, unanswered }: Line): boolean =>
  [sent, answered, unanswered].some((people) => people !== null)

/** Who was sent to whom and who was answered, a line for each kind of help; of which nothing is told is said below. */
export const referralsTable = (release: Release | undefined, language: Language): Html | string => {
  if (!release) return ''
  const words = releaseWordsIn(language)
  const lines = referralKinds.flatMap((kind) => {
    const one = tableNamed(release, kind)
    return one ? [lineOf(one, referralWord(language, kind))] : []
  })
  const all = peopleIn(release.tables[0]!, undefined)
  const hidden = lines.filter((line) => !isTold(line))
  const said = ({ sent, answered, unanswered }: Line): string => {
    const told = [
      ...(sent === null ? [] : [words.referralsSent(String(sent))]),
      ...(answered === null ? [] : [words.referralsAnswered(String(answered))]),
      ...(unanswered === null ? [] : [words.referralsUnanswered(String(unanswered))]),
    ]
    return told.length === 3 ? told.join(', ') : [...told, words.referralsRest].join(', ')
  }
  return html`${all === null ? html`<p>${words.referralsFew}</p>` : html`<p>${words.referralsAll(String(all))}</p>`}
    <ul>
      ${lines.filter(isTold).map((line) => html`<li><b>${line.kind}</b>: ${said(line)}</li>`)}
    </ul>
    ${
      hidden.length === 0
        ? ''
        : html`<p class="quiet">${words.hidden}: ${hidden.map(({ kind }) => kind).join('; ')}</p>`
    }`
}

/** Referrals of a quarter and what became of them; nothing where no team has counted. */
export const referralsPart = (language: Language, asked: Told | undefined): Html | string => {
  const release = asked && releaseOfKind(asked.figures, 'referrals')
  if (!release) return ''
  const words = releaseWordsIn(language)
  return html`<section class="figures-part">
    <h2>${words.referralsHeading}</h2>
    <p>${periodSaid(asked.figures.period, language)}. ${words.referralsLead}</p>
    ${referralsTable(release, language)}
  </section>`
}
