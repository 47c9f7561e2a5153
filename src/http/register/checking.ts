import { html } from 'hono/html'
import { checkWays, withdrawalReasons } from '#domain/network/checked.ts'
import type { NamedParty } from '#src/app/network/party-names.ts'
import { type PartyFact, changesLicence } from '#domain/network/register/parties.ts'
import { licencesRead } from '#src/app/watch/read-first.ts'
import { type Field, choiceField, choicesOf, tickField } from '#src/desk/fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, type Typed, formPages } from '#src/http/form-pages.ts'
import { envelopeOf } from '#src/http/network/deciding.ts'
import { insteadOfForm, notHere } from '#src/http/network/place.ts'
import { secondGiven, staffSecondFields } from '#src/http/network/second.ts'
import type { Pages } from '#src/http/page.ts'
import {
  type OwnRegister,
  behindRegister,
  faultOf,
  ownRegister,
  staffWords,
  waitingFor,
} from '#src/http/register/place.ts'
import { licenceSaid, registerPath } from '#src/pages/register/parts.ts'
import { calledLine, calledText, factSaid, waitingTable } from '#src/pages/register/staff-page.ts'
import { numbersWords } from '#src/words/words.ts'

type Line = { readonly party: NamedParty; readonly fact: PartyFact }

type CheckVisit = {
  readonly context: HttpContext
  readonly register: OwnRegister
  readonly lines: readonly Line[]
  readonly at: string
}

/** So many lines are looked through at one sitting. */
const linesMax = 200

const keyOf = ({ party, fact }: Line): string => `${party.party.partyId}/${fact.factId}`

/** What was shown is what is checked: what came in meanwhile waits for another look. */
const linesIn = (register: OwnRegister, keys: string): readonly Line[] => {
  const wanted = new Set(keys.split(' '))
  return register.named
    .flatMap((party) => party.party.facts.map((fact) => ({ party, fact })))
    .filter((line) => wanted.has(keyOf(line)))
}

const visitOf =
  (linesOf: (register: OwnRegister, context: HttpContext) => readonly Line[] | undefined) =>
  async (context: HttpContext, of: Typed): Promise<CheckVisit | Response> => {
    const register = await ownRegister(context)
    const shown = linesOf(register, context)
    if (!shown) return notHere(context)
    const lines = of('facts') === '' ? shown.slice(0, linesMax) : linesIn(register, of('facts'))
    const words = staffWords(context)
    if (lines.length === 0)
      return insteadOfForm(context, await behindRegister(context), {
        heading: words.checkHeading,
        line: words.checkNone,
        back: registerPath.staff,
      })
    return { context, register, lines, at: context.req.path }
  }

const isLicence = ({ fact }: Line): boolean => changesLicence(fact) !== undefined

const tickOf = ({ fact }: Line): string => `line-${fact.factId}`

/** The other lines by one tick, and each that changes a licence by its own; what nobody ticked goes on waiting. */
const tickedIn = (lines: readonly Line[], of: Typed): readonly Line[] =>
  lines.filter((line) => of(isLicence(line) ? tickOf(line) : 'isSo') === 'yes')

const lineTicks = ({ context, lines }: CheckVisit): readonly Field[] => {
  const language = context.get('language')
  const words = staffWords(context)
  return lines.filter(isLicence).map((line, i) => {
    const said = licenceSaid(language, changesLicence(line.fact)!)
    const label = `${calledText(line.party)}: ${said.join(' · ')}`
    return tickField({
      name: tickOf(line),
      label,
      said: label,
      ...(i === 0 && { begins: { text: words.eachLine } }),
    })
  })
}

const restTick = ({ context, lines }: CheckVisit): readonly Field[] => {
  const words = staffWords(context)
  const [licences, rest] = [lines.some(isLicence), lines.some((one) => !isLicence(one))]
  if (!rest) return []
  const label = licences ? words.isSoTickRest : words.isSoTick
  // Beside lines that are ticked by themselves the rest may wait.
  const fault = licences ? {} : { fault: words.isSoFault }
  return [tickField({ name: 'isSo', label, said: words.isSo, ...fault })]
}

const check = async ({ context, lines: shown }: CheckVisit, of: Typed): Promise<Taken> => {
  const lines = tickedIn(shown, of)
  if (lines.length === 0) return { fault: staffWords(context).isSoFault, status: 400 }
  const fault = await faultOf(context, {
    ...envelopeOf(context, of('id')),
    type: 'CheckPartyFacts',
    facts: lines.map(({ party, fact }) => ({
      partyId: party.party.partyId,
      factId: fact.factId,
    })),
    how: of('how'),
    reads: licencesRead(lines.map(({ fact }) => fact)),
  })
  return fault === undefined ? { next: `${registerPath.staff}?done=1` } : { fault, status: 409 }
}

const checking = (
  path: string,
  linesOf: (register: OwnRegister, context: HttpContext) => readonly Line[] | undefined,
): FormOf<CheckVisit> => ({
  path,
  rule: 'CheckPartyFacts',
  find: visitOf(linesOf),
  frame: ({ context }) => behindRegister(context),
  lines: 'facts',
  form: (visit) => {
    const { context, register, lines, at } = visit
    const language = context.get('language')
    const words = staffWords(context)
    const shown = lines.map((line) => ({ ...line, words: register.wordsOf(line.fact.factId) }))
    return {
      shown: 'glass',
      heading: words.checkHeading,
      told: html`<p>${words.checkLead}</p>`,
      known: waitingTable(language, shown, register.called),
      action: at,
      hidden: { id: context.get('needs').ids(), facts: lines.map(keyOf).join(' ') },
      fields: [
        choiceField({
          name: 'how',
          label: words.how,
          choices: choicesOf(checkWays, (way) => numbersWords.in(language)[`how_${way}`]),
          fault: words.choose,
          as: 'radios',
        }),
        ...lineTicks(visit),
        ...restTick(visit),
      ],
      submit: words.checkButton,
      back: { href: registerPath.staff, label: words.leave },
    }
  },
  take: check,
})

const byOf = (context: HttpContext): string => context.get('caller')!.by.actor

const ofAll = checking(`${registerPath.staff}/check`, (register, context) =>
  waitingFor(register, byOf(context)),
)

/** Of one of the register everything that was not entered by the own hand: so a look at a licence is renewed. */
const ofOne = checking(`${registerPath.staff}/:partyId/check`, (register, context) => {
  const party = register.named.find((one) => one.party.partyId === context.req.param('partyId'))
  const by = byOf(context)
  return party?.party.facts
    .filter((fact) => !fact.withdrawn && fact.enteredBy !== by)
    .map((fact) => ({ party, fact }))
})

type OutVisit = {
  readonly context: HttpContext
  readonly register: OwnRegister
  readonly line: Line
}

const takingOut: FormOf<OutVisit> = {
  path: `${registerPath.staff}/:partyId/facts/:factId/withdraw`,
  rule: 'WithdrawPartyFact',
  find: async (context) => {
    const register = await ownRegister(context)
    const party = register.named.find((one) => one.party.partyId === context.req.param('partyId'))
    const fact = party?.party.facts.find((one) => one.factId === context.req.param('factId'))
    if (!party || !fact) return notHere(context)
    if (!fact.withdrawn) return { context, register, line: { party, fact } }
    const words = staffWords(context)
    return insteadOfForm(context, await behindRegister(context), {
      heading: words.outHeading,
      line: words['withdrawn-already'],
      back: registerPath.staff,
    })
  },
  frame: ({ context }) => behindRegister(context),
  form: async ({ context, register, line: { party, fact } }) => {
    const language = context.get('language')
    const words = staffWords(context)
    const at = `${registerPath.staff}/${party.party.partyId}`
    const said = { called: register.called, words: register.wordsOf(fact.factId) }
    return {
      shown: 'stop',
      heading: words.outHeading,
      whose: calledLine(language, party),
      told: html`<p>${words.outLead}</p>
        <p><b>${factSaid(language, fact.fact, said)}</b></p>`,
      action: `${at}/facts/${fact.factId}/withdraw`,
      hidden: { id: context.get('needs').ids() },
      fields: [
        choiceField({
          name: 'why',
          label: words.why,
          choices: choicesOf(withdrawalReasons, (why) => numbersWords.in(language)[`why_${why}`]),
          fault: words.choose,
          as: 'radios',
        }),
        ...(await staffSecondFields(context)),
      ],
      submit: words.outButton,
      back: { href: at, label: words.leave },
    }
  },
  take: async ({ context, line: { party, fact } }, of) => {
    const second = await secondGiven(context, of, 'WithdrawPartyFact')
    if ('fault' in second) return { ...second, status: 409 }
    const { partyId } = party.party
    const command = {
      ...envelopeOf(context, of('id')),
      type: 'WithdrawPartyFact',
      partyId,
      factId: fact.factId,
      why: of('why'),
      ...second.approved,
    }
    const { word } = second
    const fault = await faultOf(context, command, word ? { second: word } : {})
    return fault === undefined
      ? { next: `${registerPath.staff}/${partyId}?done=1` }
      : { fault, status: 409 }
  },
}

export const checkingPages = (pages: Pages): void => {
  formPages(pages, ofAll)
  formPages(pages, ofOne)
  formPages(pages, takingOut)
}
