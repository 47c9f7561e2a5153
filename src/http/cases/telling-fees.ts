import { html } from 'hono/html'
import type { CaseFile } from '#domain/cases/file.ts'
import { nextBatchDay } from '#domain/cases/batch.ts'
import { type AboveCeiling, aboveCeiling, costDiary } from '#domain/cases/operations/costs.ts'
import { tellingsOf } from '#domain/cases/operations/fee-drafts.ts'
import { nameOf } from '#domain/network/register/parties.ts'
import { feeBandOf } from '#domain/network/roads/costs.ts'
import { looked } from '#src/app/cases/cases.ts'
import { offerFee, takeFeeBack } from '#src/app/cases/fee-drafts.ts'
import { nameSaid, registerOf } from '#src/app/network/register.ts'
import { bridgePath } from '#src/desk/cases/places.ts'
import { type Choice, choiceField, tickField } from '#src/desk/fields.ts'
import { type Allowed, allowedIn } from '#src/http/cases/costs.ts'
import { type OneVisit, oneVisit } from '#src/http/cases/letting-in.ts'
import { behindCases } from '#src/http/cases/place.ts'
import { takingBackOf } from '#src/http/cases/taking-back.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, type Typed, formPages } from '#src/http/form-pages.ts'
import { notHere } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { dateInWords } from '#src/words/locale.ts'
import { caseCostWords, caseFormWords, roadWords } from '#src/words/words.ts'

type TellVisit = OneVisit & {
  readonly allowed: Allowed
  readonly fees: readonly AboveCeiling[]
  readonly agencies: readonly Choice[]
}

const wordsOf = ({ context }: Pick<OneVisit, 'context'>) =>
  caseCostWords.in(context.get('language'))

const feesAbove = (file: CaseFile, allowed: Allowed): readonly AboveCeiling[] =>
  costDiary(file).flatMap((one) => aboveCeiling(one, (item) => allowed(item, one.currency)))

/** Those of which nothing was told yet. */
const untold = (file: CaseFile, fees: readonly AboveCeiling[]): readonly AboveCeiling[] => {
  const told = new Set(tellingsOf(file).map(({ value }) => value.heading))
  return fees.filter(({ item }) => !told.has(item))
}

const agenciesIn = async (context: HttpContext): Promise<readonly Choice[]> => {
  const register = await registerOf(context.get('needs').store, context.get('network').networkId)
  const isKhmer = context.get('language') === 'km'
  return register.parties
    .filter(({ kind }) => kind === 'agency')
    .map((party) => ({ value: party.partyId, label: nameSaid(nameOf(party), isKhmer) }))
    .toSorted((a, b) => (a.label < b.label ? -1 : 1))
}

const tellVisit = async (context: HttpContext): Promise<TellVisit | Response> => {
  const visit = await oneVisit(context)
  if (visit instanceof Response) return visit
  const { file } = visit.found
  const allowed = await allowedIn(context, file)
  const fees = untold(file, feesAbove(file, allowed))
  const agencies = await agenciesIn(context)
  if (file.closed || fees.length === 0 || agencies.length === 0) return notHere(context)
  return { ...visit, allowed, fees, agencies }
}

const frameBehind = ({ context, found }: OneVisit) =>
  behindCases(context, {
    back: { href: bridgePath.costs(found.file.code), label: wordsOf({ context }).heading },
  })

const refusedIn = (visit: OneVisit, code: string): Taken => {
  const words: Readonly<Record<string, unknown>> = {
    ...caseFormWords.in(visit.context.get('language')),
    ...wordsOf(visit),
  }
  const said = words[`why_${code}`]
  return { status: 409, fault: typeof said === 'string' ? said : wordsOf(visit).whyNotTold }
}

/** Offers what would go out; it goes only with the yes of the person. */
const telling: FormOf<TellVisit> = {
  path: bridgePath.tellFee(':code'),
  rule: 'open-cases',
  find: tellVisit,
  frame: frameBehind,
  look: async ({ needs, desk, found }) => {
    await looked(needs, desk, found.file.code)
  },
  form: (visit) => {
    const { context, needs, found, fees, agencies } = visit
    const language = context.get('language')
    const [words, road] = [wordsOf(visit), roadWords.in(language)]
    return {
      shown: 'voice',
      heading: words.tellHeading,
      told: html`<p>${words.tellLead}</p>
        <p>${words.tellOn(dateInWords(nextBatchDay(needs.today), language))}</p>`,
      action: bridgePath.tellFee(found.file.code),
      fields: [
        choiceField({
          name: 'heading',
          label: words.tellFee,
          choices: fees.map((one) => ({
            value: one.item,
            label: `${road[`cost_${one.item}`]}: ${words[`band_${feeBandOf(one)}`]}`,
          })),
          fault: words.tellChoose,
          as: 'radios',
        }),
        choiceField({
          name: 'agency',
          label: words.tellAgency,
          choices: agencies,
          fault: words.tellChoose,
        }),
        tickField({
          name: 'agreed',
          label: words.tellAgreed,
          said: words.tellAgreed,
          fault: words.tellAgreedFault,
        }),
      ],
      submit: words.tellYes,
      back: { href: bridgePath.costs(found.file.code), label: words.tellNo },
    }
  },
  take: async (visit, of: Typed): Promise<Taken> => {
    const { needs, desk, found, allowed } = visit
    const { code } = found.file
    const told = await offerFee(needs, desk, {
      code,
      partyId: of('agency'),
      aboveOf: (file) => feesAbove(file, allowed).find(({ item }) => item === of('heading')),
    })
    return told.outcome === 'recorded'
      ? { next: bridgePath.costs(code) }
      : refusedIn(visit, told.code)
  },
}

const takingBack = takingBackOf({
  path: bridgePath.takeFeeBack,
  back: bridgePath.costs,
  frame: frameBehind,
  said: (visit) => {
    const { tellBack: heading, tellBackLead: lead, tellBackYes: yes, tellNo: no } = wordsOf(visit)
    return { heading, lead, yes, no }
  },
  take: takeFeeBack,
  refused: refusedIn,
})

/** How a fee above the ceiling is told to those who watch agencies, with a yes and once a week. */
export const feeTellingPages = (pages: Pages): void => {
  formPages(pages, telling)
  formPages(pages, takingBack)
}
