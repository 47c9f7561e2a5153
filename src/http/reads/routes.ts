import { newApi } from '#src/http/api.ts'
import { directoryReads } from '#src/http/directory/api.ts'
import { portfolioReads } from '#src/http/reads/portfolio.ts'
import { publicPriceReads } from '#src/http/remittances/prices.ts'
import { publicRegisterReads } from '#src/http/register/public.ts'
import { publicNumberReads } from '#src/http/numbers/public.ts'
import { publicFigureReads } from '#src/http/figures/public.ts'
import { publicWatchReads } from '#src/http/watch/public.ts'
import { accountReads } from '#src/http/reads/accounts.ts'
import { comparisonReads } from '#src/http/reads/comparisons.ts'
import { confirmationReads } from '#src/http/reads/confirmations.ts'
import { exportReads } from '#src/http/reads/exports.ts'
import { fundReads } from '#src/http/reads/funds.ts'
import { loanReads } from '#src/http/reads/loans.ts'
import { memberReads } from '#src/http/reads/members.ts'
import { networkReads } from '#src/http/reads/networks.ts'
import { quoteReads } from '#src/http/reads/quotes.ts'
import { queueReads } from '#src/http/reads/queue.ts'
import { reliefReads } from '#src/http/reads/relief.ts'
import { requestReads } from '#src/http/reads/requests.ts'
import { savingsReads } from '#src/http/reads/savings.ts'
import { ventureReads } from '#src/http/reads/ventures.ts'
import { reportReads } from '#src/http/reads/reports.ts'

/** Everything that is read of funds and networks, but the journal, which has a feed of its own. */
export const readRoutes = () =>
  newApi()
    .openapiRoutes(fundReads)
    .openapiRoutes(memberReads)
    .openapiRoutes(savingsReads)
    .openapiRoutes(ventureReads)
    .openapiRoutes(loanReads)
    .openapiRoutes(requestReads)
    .openapiRoutes(queueReads)
    .route('/', quoteReads())
    .openapiRoutes(accountReads)
    .openapiRoutes(reportReads)
    .openapiRoutes(comparisonReads)
    .openapiRoutes(confirmationReads)
    .route('/', exportReads())
    .openapiRoutes(reliefReads)
    .openapiRoutes(networkReads)
    .route('/', portfolioReads())
    .openapiRoutes(publicNumberReads)
    .openapiRoutes(publicWatchReads)
    .openapiRoutes(publicFigureReads)
    .openapiRoutes(publicRegisterReads)
    .openapiRoutes(publicPriceReads)
    .openapiRoutes(directoryReads)
