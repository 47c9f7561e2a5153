import { html } from 'hono/html'
import { homeCountry, provinces } from '#domain/network/places.ts'
import { type Service, serviceKinds, servicesOf } from '#domain/network/directory.ts'
import {
  type CheckedRoom,
  behindRoom,
  checkedPages,
  ownBookOf,
  saidOfAnswer,
  sendAndBack,
} from '#src/http/directory/checking.ts'
import {
  allProvinces,
  serviceFields,
  serviceIn,
  unknown,
} from '#src/http/directory/service-fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Typed, formPages } from '#src/http/form-pages.ts'
import { decideInNetwork, envelopeOf } from '#src/http/network/deciding.ts'
import { behindStart, doneText } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import {
  serviceFacts,
  serviceLine,
  servicesPage,
  servicesPath,
} from '#src/pages/directory/directory-page.ts'
import type { Language } from '#src/words/catalogue.ts'
import { numbersWords, directoryWords } from '#src/words/words.ts'

const at = servicesPath

type ServiceVisit = { readonly context: HttpContext; readonly language: Language }

const list = async (context: HttpContext) => {
  const book = await ownBookOf(context)
  const asked = context.req.query()
  const kind = serviceKinds.find((one) => one === asked['kind'])
  const province = provinces.find((one) => one === asked['province'])
  const query = { ...(kind && { kind }), ...(province && { province }) }
  return servicesPage(await behindStart(context, { query }), {
    services: servicesOf(book, { kind, province, today: context.get('needs').today() }),
    asked: { kind, province },
    by: context.get('caller')!.by.actor,
    done: doneText(context, numbersWords.in(context.get('language')).done),
  })
}

const room: CheckedRoom<Service> = {
  at,
  key: 'serviceId',
  check: 'CheckService',
  withdraw: 'WithdrawService',
  words: (language) => directoryWords.in(language),
  find: ({ services }, key) => services.find(({ serviceId }) => serviceId === key),
  line: serviceLine,
  facts: serviceFacts,
  checked: (serviceId, how) => ({ type: 'CheckService', serviceId, how }),
  withdrawn: (serviceId, why) => ({ type: 'WithdrawService', serviceId, why }),
}

const proposal = (context: HttpContext, of: Typed) => ({
  ...envelopeOf(context, of('id')),
  type: 'ProposeService' as const,
  serviceId: of('id'),
  ...serviceIn(of),
})

/** The field that a rule has something against; the form as a whole where it is none of its fields. */
const faultOf = (language: Language, answer: Awaited<ReturnType<typeof decideInNetwork>>) => {
  const fault = saidOfAnswer(language, answer)
  if (fault === undefined) return undefined
  const place = 'at' in answer && typeof answer.at === 'string' ? answer.at.slice(1) : ''
  const isField = ['name', 'does', 'address', 'province', 'country'].includes(place)
  return isField
    ? { faults: new Map([[place, fault]]), status: 400 as const }
    : { fault, status: 409 as const }
}

const proposing: FormOf<ServiceVisit> = {
  path: `${at}/propose`,
  rule: 'ProposeService',
  find: async (context) => ({ context, language: context.get('language') }),
  frame: ({ context, language }) =>
    behindRoom(context, { at, label: directoryWords.in(language).back }),
  form: ({ context, language }) => {
    const words = directoryWords.in(language)
    const { isPractice, ids } = context.get('needs')
    return {
      shown: 'meeting',
      heading: words.proposeHeading,
      told: html`<p>${isPractice ? numbersWords.in(language).practiceNote : words.proposeLead}</p>`,
      action: `${at}/propose`,
      hidden: { id: ids() },
      fields: serviceFields(language),
      prefilled: {
        country: homeCountry,
        province: allProvinces,
        capacity: unknown,
        registration: unknown,
      },
      submit: words.next,
      back: { href: at, label: words.leave },
    }
  },
  isAskedUntilSure: true,
  question: async ({ context, language }, of) => {
    const words = directoryWords.in(language)
    if (of('registration') !== unknown && of('registeredOn') === '')
      return { faults: new Map([['registeredOn', words.registeredOnMissing]]), status: 400 }
    const would = await decideInNetwork(context, proposal(context, of), { dryRun: true })
    const fault = faultOf(language, would)
    if (fault) return fault
    return {
      shown: 'meeting',
      heading: words.proposeQuestion,
      told: html`${serviceFacts(language, serviceIn(of))}
        <p>${words.proposeNote}</p>`,
      action: `${at}/propose`,
      fields: [],
      submit: words.proposeButton,
      back: { change: `${at}/propose`, label: words.leave },
    }
  },
  take: ({ context }, of) => sendAndBack(context, proposal(context, of), at),
}

/** Who can do what a village cannot, for those of the staff who send people there. */
export const directoryPages = (pages: Pages): void => {
  pages.get(at, 'read-services', list)
  formPages(pages, proposing)
  checkedPages(pages, room)
}
