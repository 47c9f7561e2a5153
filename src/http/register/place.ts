import type { NetworkCommand } from '#domain/network.ts'
import { counts } from '#domain/network/register/parties.ts'
import { isAccepted } from '#src/app/answer.ts'
import {
  type NamedParty,
  type SealedWords,
  dropWords,
  namedParties,
  sealedWords,
} from '#src/app/network/party-names.ts'
import { type Register, registerOf } from '#src/app/network/register.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { decideInNetwork } from '#src/http/network/deciding.ts'
import { type CalledBy, calledText } from '#src/pages/register/staff-page.ts'
import { registerPath } from '#src/pages/register/parts.ts'
import { agencyStaffWords } from '#src/words/words.ts'

export const staffWords = (context: HttpContext) => agencyStaffWords.in(context.get('language'))

/** The register of the caller's own network, with what is sealed beside it. */
export type OwnRegister = Register & {
  readonly named: readonly NamedParty[]
  readonly called: CalledBy
  readonly wordsOf: (factId: string) => string | undefined
}

const wordsIn = ({ km, latin, phone }: SealedWords): string =>
  [km, latin, phone].filter((one) => one !== undefined).join(', ')

export const ownRegister = async (context: HttpContext): Promise<OwnRegister> => {
  const { store, sealing } = context.get('needs')
  const { networkId } = context.get('network')
  const register = await registerOf(store, networkId)
  const erased = new Set(
    register.parties.flatMap(({ facts }) =>
      facts.flatMap((one) => (one.erased ? [one.factId] : [])),
    ),
  )
  const all = sealing ? await sealedWords({ store, sealing }, networkId) : []
  const sealed = all.filter(({ factId }) => !erased.has(factId))
  // Erased by a program, or cut off half-way: whoever looks next finishes it.
  const left = all.filter(({ factId }) => erased.has(factId)).map(({ factId }) => factId)
  if (sealing) await dropWords({ store, sealing }, networkId, left)
  const named = namedParties(register.parties, sealed)
  const byParty = new Map(named.map((one) => [one.party.partyId, one]))
  const byFact = new Map(sealed.map((one) => [one.factId, wordsIn(one)]))
  return {
    ...register,
    named,
    called: (partyId) => {
      const one = byParty.get(partyId)
      return one ? calledText(one) : '?'
    },
    wordsOf: (factId) => byFact.get(factId),
  }
}

export const behindRegister = (context: HttpContext) =>
  frameOf(context, {
    back: { href: registerPath.staff, label: staffWords(context).back },
    ...(context.req.method === 'GET' ? {} : { at: registerPath.staff }),
  })

/** What of the register waits for a check by whoever asks: what was not entered by the own hand and was not taken out. */
export const waitingFor = ({ named }: Pick<OwnRegister, 'named'>, by: string) =>
  named.flatMap((party) =>
    party.party.facts
      .filter((one) => !counts(one) && !one.withdrawn && one.enteredBy !== by)
      .map((fact) => ({ party, fact })),
  )

/** Sends commands all together or none; what was answered in words where some was not taken. */
export const faultOf = async (
  context: HttpContext,
  command: object,
  how: Parameters<typeof decideInNetwork>[2] = {},
): Promise<string | undefined> => {
  const answer = await decideInNetwork(context, command as NetworkCommand, how)
  if (isAccepted(answer)) return undefined
  const known: Readonly<Record<string, unknown>> = staffWords(context)
  const { code } = answer as Extract<typeof answer, { readonly code: string }>
  const said = Object.hasOwn(known, code) ? known[code] : undefined
  return typeof said === 'string' ? said : staffWords(context).notTaken
}
