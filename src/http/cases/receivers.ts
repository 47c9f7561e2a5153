import { html } from 'hono/html'
import type { CaseFile } from '#domain/cases/file.ts'
import { type AnyCaseOperation, factOf } from '#domain/cases/operation.ts'
import { giveConsent } from '#domain/cases/operations/consent.ts'
import { setVillage } from '#domain/cases/operations/person.ts'
import { offerReferral } from '#domain/cases/operations/referrals.ts'
import type { Shapes } from '#domain/kernel/shape.ts'
import { type ServiceListed, servicesOf } from '#domain/network/directory.ts'
import { type Province, provinces } from '#domain/network/places.ts'
import { villageCodeOf } from '#src/app/network/fund-names.ts'
import type { Choice } from '#src/desk/fields.ts'
import { ownBookOf } from '#src/http/directory/checking.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Typed, Wrong } from '#src/http/form-pages.ts'
import { servicesPath } from '#src/pages/directory/directory-page.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { caseFormWords, directoryWords } from '#src/words/words.ts'

/** Whom somebody can be sent to, what serves their province first; and who must be looked at again before that. */
export type Receivers = {
  readonly services: readonly ServiceListed[]
  readonly choices: readonly Choice[]
  readonly stale: readonly ServiceListed[]
}

/** What a service of the directory says in place of a field of the form. */
const saidByService = {
  [offerReferral.command]: ['kind', 'receiver'],
  [giveConsent.command]: ['receiver'],
} as const

/** Which fields a choice of the directory fills; none where the form asks for no receiver. */
export const receiverFieldsOf = ({
  command,
}: Pick<AnyCaseOperation, 'command'>): readonly string[] =>
  command === offerReferral.command || command === giveConsent.command ? saidByService[command] : []

/** What the form shows: the directory first, then what is written by hand. */
export const shownAsks = (operation: AnyCaseOperation): Shapes =>
  receiverFieldsOf(operation).length === 0
    ? operation.asks
    : { service: offerReferral.asks.service, ...operation.asks }

const provinceOf = async (context: HttpContext, file: CaseFile): Promise<Province | undefined> => {
  const fundId = factOf(file, setVillage)?.fundId
  const code =
    fundId === undefined ? undefined : await villageCodeOf(context.get('needs').store, fundId)
  return provinces.find((one) => one === code?.slice(0, 2))
}

const labelOf = (language: Language, one: ServiceListed): string => {
  const words = directoryWords.in(language)
  const where = one.province === undefined ? '' : ` · ${words[`province_${one.province}`]}`
  const room = one.capacity === undefined ? '' : ` · ${words[`capacity_${one.capacity}`]}`
  return `${words[`kind_${one.kind}`]}: ${one.name}${where}${room}`
}

/** The directory as a form of a case offers it: what is checked today alone, nothing that waits for a check. */
export const receiversFor = async (context: HttpContext, file: CaseFile): Promise<Receivers> => {
  const today = context.get('needs').today()
  const book = await ownBookOf(context)
  const province = await provinceOf(context, file)
  const all = servicesOf(book, { today })
  const near = new Set(servicesOf(book, { province, today }).map(({ serviceId }) => serviceId))
  const services = all
    .filter(({ state }) => state === 'current')
    .toSorted((a, b) => Number(near.has(b.serviceId)) - Number(near.has(a.serviceId)))
  return {
    services,
    choices: services.map((one) => ({
      value: one.serviceId,
      label: labelOf(context.get('language'), one),
    })),
    stale: all.filter(({ isStale }) => isStale),
  }
}

/** Above the form: where the list comes from, and what stands there and is not offered. */
export const receiversTold = (language: Language, { stale }: Receivers): Html => {
  const words = caseFormWords.in(language)
  return html`<p>${words.fromDirectory} <a href="${servicesPath}">${words.toDirectory}</a></p>
    ${
      stale.length === 0
        ? ''
        : html`<p>${words.staleServices}</p>
            <ul>
              ${stale.map(
                ({ name, check }) =>
                  html`<li>
                    <bdi>${name}</bdi>
                    <span class="mark">${words.staleSince(dateInWords(check!.on, language))}</span>
                  </li>`,
              )}
            </ul>`
    }`
}

/** Either one of the directory, or all of it by hand. */
export const receiverFault = (
  language: Language,
  operation: AnyCaseOperation,
  of: Typed,
): Wrong | undefined => {
  const words = caseFormWords.in(language)
  const byHand = receiverFieldsOf(operation)
  const isChosen = of('service') !== ''
  const wrong = byHand.filter((name) => (of(name) === '') !== isChosen)
  if (wrong.length === 0) return undefined
  const said = isChosen ? words.notBoth : words.oneOfBoth
  return { faults: new Map(wrong.map((name) => [name, said])) }
}

/** What was said, with what the chosen service says of itself. */
export const withReceiver = (
  { asks }: AnyCaseOperation,
  said: object,
  { services }: Receivers,
): object => {
  const { service: serviceId, ...others } = said as { readonly service?: string }
  const service = services.find((one) => one.serviceId === serviceId)
  if (!service) return others
  const { name: receiver, kind } = service
  return { ...others, receiver, ...('kind' in asks ? { kind, service: serviceId } : {}) }
}
