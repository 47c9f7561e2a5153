import { html } from 'hono/html'
import { givenAnswers } from '#domain/cases/operations/research.ts'
import {
  answerColumn,
  answersOf,
  knownColumns,
  researchReceivers,
} from '#domain/cases/research-answers.ts'
import { looked } from '#src/app/cases/cases.ts'
import type { Research } from '#src/app/cases/outbox.ts'
import {
  answersWaiting,
  giveToResearch,
  openResearch,
  takeFromResearch,
} from '#src/app/cases/research.ts'
import { researchPath } from '#src/desk/cases/places.ts'
import { caseActName, caseWord } from '#src/desk/cases/words.ts'
import { choiceField, tickField } from '#src/desk/fields.ts'
import { type OneVisit, oneFrame, oneVisit, shownOf } from '#src/http/cases/letting-in.ts'
import { casePath } from '#src/http/cases/place.ts'
import { takingBackOf } from '#src/http/cases/taking-back.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, formPages } from '#src/http/form-pages.ts'
import type { Pages } from '#src/http/page.ts'
import { messagePage } from '#src/pages/entrance/message.ts'
import { fact } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { caseResearchWords } from '#src/words/research-words.ts'

type GivingVisit = OneVisit & { readonly open: readonly Research[] }

const wordsOf = ({ context }: Pick<OneVisit, 'context'>) =>
  caseResearchWords.in(context.get('language'))

const told = async (
  visit: OneVisit,
  lines: readonly string[],
  link: { readonly href: string; readonly label: string },
): Promise<Response> => {
  const { context, found } = visit
  const words = wordsOf(visit)
  const page = messagePage(await oneFrame(visit), {
    shown: 'glass',
    heading: words.give,
    lines,
    links: [link, { href: casePath.one(found.file.code), label: words.leave }],
  })
  return context.html(page)
}

/** Where there is nothing to give, the page says why, and what can be done. */
const givingVisit = async (context: HttpContext): Promise<GivingVisit | Response> => {
  const visit = await oneVisit(context)
  if (visit instanceof Response) return visit
  const { needs, found } = visit
  const { file } = found
  const words = wordsOf(visit)
  const receivers = new Set(researchReceivers(file, needs.today))
  const open = (await openResearch(needs)).filter(({ receiver }) => receivers.has(receiver))
  if (context.req.method !== 'GET') return { ...visit, open }
  const given = givenAnswers(file).at(-1)
  if (given) {
    const waits = (await answersWaiting(needs)).has(given.item)
    return told(
      visit,
      [waits ? words.waits : words.gone],
      waits
        ? { href: researchPath.takeBack(file.code, given.item), label: words.back }
        : { href: researchPath.all, label: words.heading },
    )
  }
  if (open.length > 0) return { ...visit, open }
  const label = caseActName(context.get('language'), 'GiveConsent')
  return told(visit, [words.nobody], { href: casePath.act(file.code, 'GiveConsent'), label })
}

const refusedIn = (visit: OneVisit, code: string): Taken => {
  const words: Readonly<Record<string, unknown>> = wordsOf(visit)
  const said = words[`why_${code}`]
  return { status: 409, fault: typeof said === 'string' ? said : wordsOf(visit).whyNot }
}

/** What of the case would go to each request that is open to it, in words. */
const rowsTold = ({ context, needs, found, open }: GivingVisit): Html => {
  const language = context.get('language')
  const words = caseResearchWords.in(language)
  const valueSaid = (value: string): string => {
    const known: Readonly<Record<string, unknown>> = words
    const said = known[`value_${value}`]
    return typeof said === 'string' ? said : caseWord(language, value)
  }
  // Two requests of one receiver are shown the same.
  const receivers = [...new Set(open.map(({ receiver }) => receiver))]
  return html`${receivers.map((receiver) => {
    const { known, told: answer } = answersOf(found.file, receiver, needs.today)
    return html`<h2><bdi>${receiver}</bdi></h2>
      <dl class="facts">
        ${knownColumns.map(({ id }, place) => fact(words[`column_${id}`], valueSaid(known[place]!)))}
        ${fact(words[`column_${answerColumn}`], valueSaid(answer))}
      </dl>`
  })}`
}

/** Shows what would go out, and lets it wait with the yes of the person. */
const giving: FormOf<GivingVisit> = {
  path: researchPath.give(':code'),
  rule: 'open-cases',
  find: givingVisit,
  frame: oneFrame,
  look: async ({ needs, desk, found }) => {
    await looked(needs, desk, found.file.code)
  },
  form: (visit) => {
    const words = wordsOf(visit)
    return {
      ...shownOf(visit, researchPath.give(visit.found.file.code)),
      heading: words.give,
      told: html`<p>${words.giveLead}</p>
        ${rowsTold(visit)}
        <p>${words.giveOnce}</p>`,
      fields: [
        choiceField({
          name: 'research',
          label: words.giveFor,
          choices: visit.open.map(({ wish, receiver, purpose }) => ({
            value: wish,
            label: `${receiver}: ${purpose}`,
          })),
          fault: words.chooseFault,
        }),
        tickField({
          name: 'agreed',
          label: words.agreed,
          said: words.agreed,
          fault: words.agreedFault,
        }),
      ],
      submit: words.giveYes,
    }
  },
  take: async (visit, of): Promise<Taken> => {
    const { needs, desk, found } = visit
    const { code } = found.file
    const answer = await giveToResearch(needs, desk, { code, research: of('research') })
    return answer.outcome === 'recorded'
      ? { next: researchPath.give(code) }
      : refusedIn(visit, answer.code)
  },
}

const takingBack = takingBackOf({
  path: researchPath.takeBack,
  back: researchPath.give,
  frame: oneFrame,
  said: (visit) => {
    const { back, backLead: lead, leave: no } = wordsOf(visit)
    return { heading: back, lead, yes: back, no }
  },
  take: takeFromResearch,
  refused: refusedIn,
})

/** How the answers of a case go to a researcher, with a yes, and come back until the table is made. */
export const givingAnswersPages = (pages: Pages): void => {
  formPages(pages, giving)
  formPages(pages, takingBack)
}
