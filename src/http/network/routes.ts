import { addingPages } from '#src/http/network/adding.ts'
import { agreementPages } from '#src/http/agreements/pages.ts'
import { auditPages } from '#src/http/audits/routes.ts'
import { auditorPages } from '#src/http/network/auditors.ts'
import { devicePages } from '#src/http/network/devices.ts'
import { bringingPages } from '#src/http/network/bringing.ts'
import { foundingPages } from '#src/http/network/founding.ts'
import { directoryPages } from '#src/http/directory/pages.ts'
import { numberPages } from '#src/http/numbers/staff.ts'
import { fundDevicePages } from '#src/http/network/fund-devices.ts'
import { loginPages } from '#src/http/network/logins.ts'
import { networkPeoplePages } from '#src/http/network/people.ts'
import { staffTaskPages } from '#src/http/network/tasks.ts'
import { acrossPages } from '#src/http/network/across.ts'
import { portfolioPages } from '#src/http/network/portfolio.ts'
import { potPages } from '#src/http/network/pot.ts'
import { linkPages } from '#src/http/links/pages.ts'
import { providerPages } from '#src/http/provider/pages.ts'
import { figurePages } from '#src/http/figures/staff.ts'
import { priceStaffPages } from '#src/http/remittances/prices-staff.ts'
import { registerPages } from '#src/http/register/staff.ts'
import { coursePages } from '#src/http/training/courses.ts'
import { coveragePages } from '#src/http/training/coverage.ts'
import { trainingLogPages } from '#src/http/training/log.ts'
import { talkPages } from '#src/http/training/talks.ts'
import type { Pages } from '#src/http/page.ts'

/** People, staff and devices of a network, and what a fund decides about its own logins and readers. */
export const networkPages = (pages: Pages): void => {
  networkPeoplePages(pages)
  addingPages(pages)
  foundingPages(pages)
  bringingPages(pages)
  staffTaskPages(pages)
  devicePages(pages)
  loginPages(pages)
  fundDevicePages(pages)
  auditorPages(pages)
  agreementPages(pages)
  auditPages(pages)
  potPages(pages)
  portfolioPages(pages)
  acrossPages(pages)
  numberPages(pages)
  directoryPages(pages)
  registerPages(pages)
  talkPages(pages)
  coursePages(pages)
  coveragePages(pages)
  trainingLogPages(pages)
  figurePages(pages)
  priceStaffPages(pages)
  linkPages(pages)
  providerPages(pages)
}
