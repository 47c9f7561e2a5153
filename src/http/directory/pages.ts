import { homeCountry, provinces } from '#domain/network/places.ts'
import { type Service, servicesOf } from '#domain/network/directory.ts'
import { serviceKinds } from '#domain/network/service-kinds.ts'
import { type CheckedRoom, checkedPages, ownBookOf } from '#src/http/directory/checking.ts'
import { proposing } from '#src/http/directory/proposing.ts'
import {
  allProvinces,
  serviceFields,
  serviceIn,
  unknown,
} from '#src/http/directory/service-fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { formPages } from '#src/http/form-pages.ts'
import { behindStart, doneText } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import {
  serviceFacts,
  serviceLine,
  servicesPage,
  servicesPath,
} from '#src/pages/directory/directory-page.ts'
import { numbersWords, directoryWords } from '#src/words/words.ts'

const at = servicesPath

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
  find: async (context, key) =>
    (await ownBookOf(context)).services.find(({ serviceId }) => serviceId === key),
  line: serviceLine,
  facts: serviceFacts,
  checked: (serviceId, how) => ({ type: 'CheckService', serviceId, how }),
  withdrawn: (serviceId, why) => ({ type: 'WithdrawService', serviceId, why }),
}

const entering = proposing({
  at,
  rule: 'ProposeService',
  shown: 'meeting',
  words: (language) => directoryWords.in(language),
  fields: serviceFields,
  prefilled: () => ({
    country: homeCountry,
    province: allProvinces,
    capacity: unknown,
    registration: unknown,
  }),
  facts: (language, of) => serviceFacts(language, serviceIn(of)),
  says: (of) => ({ serviceId: of('id'), ...serviceIn(of) }),
  fault: (language, of) =>
    of('registration') !== unknown && of('registeredOn') === ''
      ? {
          faults: new Map([['registeredOn', directoryWords.in(language).registeredOnMissing]]),
          status: 400,
        }
      : undefined,
  fieldsAtFault: ['name', 'does', 'address', 'province', 'country'],
})

/** Who can do what a village cannot, for those of the staff who send people there. */
export const directoryPages = (pages: Pages): void => {
  pages.get(at, 'read-services', list)
  formPages(pages, entering)
  checkedPages(pages, room)
}
