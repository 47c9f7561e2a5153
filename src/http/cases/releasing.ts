import { html } from 'hono/html'
import { type Htcds, htcdsOf } from '#domain/cases/htcds.ts'
import { readingOf, released, statisticsReceivers } from '#domain/cases/releasing.ts'
import { changed } from '#src/app/cases/cases.ts'
import { choiceField } from '#src/desk/fields.ts'
import { caseActName, caseWord } from '#src/desk/cases/words.ts'
import { isSupervisor } from '#src/http/cases/candidates.ts'
import { type OneVisit, oneFrame, oneVisit, saidWhy, shownOf } from '#src/http/cases/letting-in.ts'
import { casePath } from '#src/http/cases/place.ts'
import { secondOfTeam, secondOfTeamFields } from '#src/http/cases/second.ts'
import { type FormOf, type Taken, type Typed, formPages } from '#src/http/form-pages.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Pages } from '#src/http/page.ts'
import { messagePage } from '#src/pages/entrance/message.ts'
import { fact } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { caseWords } from '#src/words/words.ts'

const wordsOf = ({ context }: Pick<OneVisit, 'context'>) => caseWords.in(context.get('language'))

const recordTold = (record: Htcds): Html =>
  html`<dl class="facts">
    ${Object.entries(record).map(([name, value]) => fact(name, String(value)))}
  </dl>`

const answerTo = ({ found, needs }: OneVisit, of: Typed) =>
  htcdsOf(found.file, { receiver: of('receiver'), on: needs.today })

/** Another one of the team who supervises, by the own passphrase. */
const supervisorOf = async (visit: OneVisit, of: Typed): Promise<string | undefined> => {
  const userId = await secondOfTeam(visit, of)
  return userId !== undefined && (await isSupervisor(visit, userId)) ? userId : undefined
}

/** What leaves: the standard, the day and the record. No name, no code of the case, and no number that comes again. */
const fileOf = (visit: OneVisit, record: Htcds): Response => {
  const { context, needs } = visit
  context.header('content-disposition', 'attachment; filename="record.json"')
  const body = { standard: 'HTCDS 2.0', releasedOn: needs.today, record }
  return context.json(body)
}

/** Where nobody may have anything, there is no form to fill in, but the way to ask the person. */
const releaseVisit = async (context: HttpContext): Promise<OneVisit | Response> => {
  const visit = await oneVisit(context)
  if (visit instanceof Response || context.req.method !== 'GET') return visit
  const { file } = visit.found
  if (statisticsReceivers(file, visit.needs.today).length > 0) return visit
  const words = wordsOf(visit)
  const command = 'GiveConsent'
  const label = caseActName(context.get('language'), command)
  const page = messagePage(await oneFrame(visit), {
    shown: 'stop',
    heading: words.release,
    lines: [words.releaseTold, words.noReceivers],
    links: [
      { href: casePath.act(file.code, command), label },
      { href: casePath.one(file.code), label: words.keepAsIs },
    ],
  })
  return context.html(page)
}

/** A record of the standard, for a receiver whom the person has agreed to: a supervisor reads it and lets it go. */
const releasing: FormOf<OneVisit> = {
  path: casePath.release(':code'),
  rule: 'open-cases',
  find: releaseVisit,
  frame: oneFrame,
  form: (visit) => {
    const words = wordsOf(visit)
    const { found, needs } = visit
    const receivers = statisticsReceivers(found.file, needs.today)
    return {
      ...shownOf(visit, casePath.release(found.file.code)),
      heading: words.release,
      told: html`<p>${words.releaseTold}</p>`,
      fields: [
        choiceField({
          name: 'receiver',
          label: words.releaseTo,
          choices: receivers.map((one) => ({ value: one, label: one })),
          fault: words.chooseWhom,
        }),
      ],
      submit: words.releaseNext,
    }
  },
  isAskedUntilSure: true,
  question: (visit, of) => {
    const words = wordsOf(visit)
    const answer = answerTo(visit, of)
    if (answer.outcome === 'refused') return { status: 409, fault: words['why_consent-missing'] }
    const { record, unsaid } = answer
    const language = visit.context.get('language')
    const said = unsaid.map((word) => caseWord(language, word)).join(', ')
    return {
      ...shownOf(visit, casePath.release(visit.found.file.code)),
      heading: words.releaseQuestion,
      told: html`<p>
          ${words.releaseTo} <b><bdi>${of('receiver')}</bdi></b>
        </p>
        <p>${words.releaseRead}</p>
        ${Object.keys(record).length === 0 ? html`<p>${words.releaseNothing}</p>` : recordTold(record)}
        ${said === '' ? '' : html`<p class="quiet">${words.releaseUnsaid(said)}</p>`}`,
      // What was read goes with the yes: a record that has changed meanwhile stays.
      hidden: { read: of('read') || readingOf(record) },
      fields: secondOfTeamFields(visit),
      submit: words.releaseYes,
    }
  },
  take: async (visit, of): Promise<Taken> => {
    const { needs, desk, found } = visit
    const releasedBy = await supervisorOf(visit, of)
    if (releasedBy === undefined)
      return {
        status: 401,
        faults: new Map([['secondPassphrase', wordsOf(visit).releaseWrong]]),
      }
    let record: Htcds = {}
    const told = await changed(needs, desk, {
      code: found.file.code,
      make: async ({ file }) => {
        const made = released(file, {
          receiver: of('receiver'),
          on: needs.today,
          by: desk.userId,
          releasedBy,
          item: needs.keys.newId(),
          read: of('read'),
        })
        if (typeof made === 'string') return { refused: made }
        record = made.record
        return { file: made.file }
      },
    })
    return told.outcome === 'recorded' ? fileOf(visit, record) : saidWhy(visit, told.code)
  },
}

/** What a case gives to statistics. */
export const releasingPages = (pages: Pages): void => formPages(pages, releasing)
