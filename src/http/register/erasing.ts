import { html } from 'hono/html'
import { type PartyFact, erasureReasons, isSealed } from '#domain/network/register/parties.ts'
import { type NamedParty, dropWords } from '#src/app/network/party-names.ts'
import { choiceField, choicesOf } from '#src/desk/fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, formPages } from '#src/http/form-pages.ts'
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
} from '#src/http/register/place.ts'
import { registerPath } from '#src/pages/register/parts.ts'
import { calledLine, factSaid } from '#src/pages/register/staff-page.ts'

type EraseVisit = {
  readonly context: HttpContext
  readonly register: OwnRegister
  readonly party: NamedParty
  readonly fact: PartyFact
}

const pathOf = (partyId: string, factId: string): string =>
  `${registerPath.staff}/${partyId}/facts/${factId}/erase`

const find = async (context: HttpContext): Promise<EraseVisit | Response> => {
  const register = await ownRegister(context)
  const party = register.named.find((one) => one.party.partyId === context.req.param('partyId'))
  const fact = party?.party.facts.find((one) => one.factId === context.req.param('factId'))
  if (!party || !fact || !isSealed(fact)) return notHere(context)
  if (!fact.erased) return { context, register, party, fact }
  const words = staffWords(context)
  return insteadOfForm(context, await behindRegister(context), {
    heading: words.eraseHeading,
    line: words['erased-already'],
    back: registerPath.staff,
  })
}

/** Two erase a name or a phone: the entry first, then the words, so that what is gone is never without its mark. */
const erasing: FormOf<EraseVisit> = {
  path: pathOf(':partyId', ':factId'),
  rule: 'ErasePartyWords',
  find,
  frame: ({ context }) => behindRegister(context),
  form: async ({ context, register, party, fact }) => {
    const language = context.get('language')
    const words = staffWords(context)
    const said = { called: register.called, words: register.wordsOf(fact.factId) }
    return {
      shown: 'stop',
      heading: words.eraseHeading,
      whose: calledLine(language, party),
      told: html`<p>${words.eraseLead}</p>
        <p><b>${factSaid(language, fact.fact, said)}</b></p>`,
      action: pathOf(party.party.partyId, fact.factId),
      hidden: { id: context.get('needs').ids() },
      fields: [
        choiceField({
          name: 'why',
          label: words.why,
          choices: choicesOf(erasureReasons, (why) => words[`erased_${why}`]),
          fault: words.choose,
          as: 'radios',
        }),
        ...(await staffSecondFields(context)),
      ],
      submit: words.eraseButton,
      back: { href: `${registerPath.staff}/${party.party.partyId}`, label: words.leave },
    }
  },
  take: async ({ context, party, fact }, of) => {
    const second = await secondGiven(context, of, 'ErasePartyWords')
    if ('fault' in second) return { ...second, status: 409 }
    const { word, approved } = { word: undefined, ...second }
    const { partyId } = party.party
    const { factId } = fact
    const said = { type: 'ErasePartyWords', partyId, factId, why: of('why'), ...approved }
    const command = { ...envelopeOf(context, of('id')), ...said }
    const fault = await faultOf(context, command, word ? { second: word } : {})
    if (fault !== undefined) return { fault, status: 409 }
    const { store, sealing } = context.get('needs')
    const { networkId } = context.get('network')
    if (sealing) await dropWords({ store, sealing }, networkId, [factId])
    return { next: `${registerPath.staff}/${partyId}?done=1` }
  },
}

/** How a sealed name or phone is erased. */
export const erasingPages = (pages: Pages): void => formPages(pages, erasing)
