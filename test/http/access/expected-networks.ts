import type { Expected } from '#test/http/access/expected.ts'
import { ofFigurePages } from '#test/http/figures/expected.ts'
import { ofHelp } from '#test/http/help/expected.ts'
import { ofWatch } from '#test/http/watch/expected.ts'
import { type Way, memberWays, staffWays } from '#test/http/access/people.ts'

const administrator: readonly Way[] = ['administrator']
const network = (may: readonly Way[], answers = 200): Expected => ({ of: 'network', may, answers })
const ownNetwork = (may: readonly Way[], answers = 200): Expected => ({
  of: 'own-network',
  may,
  answers,
})

const decidesOfPot: readonly Way[] = ['administrator', 'case-supervisor']
/** Auditors of the network, whatever funds let them in. */
const readsPot: readonly Way[] = [
  ...decidesOfPot,
  'auditor',
  'auditor-unassigned',
  'auditor-fund-ended-it',
  'auditor-assignment-ended',
]

/** The organisation reads letters; of which funds an auditor does, the page looks at beside that. */
const readsLetters = readsPot.filter((way) => way !== 'case-supervisor')

/** Auditors alone, each of those villages that let her in. */
const readsPortfolio = readsPot.filter((way) => way.startsWith('auditor'))

/** Who sends people on, and whoever looks after the network: no auditor. */
const care: readonly Way[] = ['administrator', 'migration-worker', 'case-supervisor']

const anybody = (answers: number): Expected => ({
  of: 'anybody',
  may: [...memberWays, ...staffWays],
  answers,
})
const noProvider = anybody(404)

/** Staff, devices and funds of a network, and what its administrator looks after. */
export const ofNetworks: Readonly<Record<string, Expected>> = {
  ...ofWatch,
  ...ofFigurePages,
  ...ofHelp,
  // What each of them may send; what is sent here is an appointment.
  'POST /v1/networks/:networkId/commands': network([
    ...care,
    ...readsPortfolio,
    'watchdog-reviewer',
  ]),
  'GET /v1/networks/:networkId/journal': network(administrator),
  'GET /v1/networks/:networkId/users': network(administrator),
  'POST /v1/networks/:networkId/users': network(administrator, 201),
  'POST /v1/networks/:networkId/users/:userId/disable': network(administrator, 204),
  'POST /v1/networks/:networkId/users/:userId/enable': network(administrator, 204),
  'POST /v1/networks/:networkId/users/:userId/reset': network(administrator),
  'GET /v1/networks/:networkId/devices': network(['administrator', 'operator']),
  'POST /v1/networks/:networkId/devices': network(['administrator', 'operator'], 201),
  'DELETE /v1/networks/:networkId/devices/:deviceId': network(['administrator', 'operator'], 204),
  'GET /v1/networks/:networkId/sessions': network(administrator),
  'DELETE /v1/networks/:networkId/sessions/:sessionId': network(administrator, 204),
  'GET /v1/networks/:networkId/log': network(administrator),
  'GET /v1/networks/:networkId': network(administrator),
  'GET /v1/networks/:networkId/portfolio': network(readsPortfolio),
  'GET /v1/networks/:networkId/portfolio/:form': network(readsPortfolio),
  'GET /portfolio': ownNetwork(readsPortfolio),
  'GET /portfolio/findings': ownNetwork(readsPortfolio),
  'GET /portfolio/people': ownNetwork(readsPortfolio),
  'GET /network/agreements': ownNetwork(administrator),
  'GET /network/agreements/offer': ownNetwork(administrator),
  // With nothing filled in.
  'POST /network/agreements/offer': ownNetwork(administrator, 400),
  // Nothing was agreed.
  'GET /network/agreements/:agreementId/renew': ownNetwork(administrator, 404),
  'POST /network/agreements/:agreementId/renew': ownNetwork(administrator, 404),
  'GET /network/agreements/:agreementId/end': ownNetwork(administrator, 404),
  'POST /network/agreements/:agreementId/end': ownNetwork(administrator, 404),
  'GET /audits': ownNetwork(readsPortfolio),
  'GET /audits/bring': ownNetwork(readsPortfolio),
  // With no file.
  'POST /audits/bring': ownNetwork(readsPortfolio, 400),
  'GET /v1/networks/:networkId/pot': network(readsPot),
  'GET /v1/networks/:networkId/pot/trial-balance': network(readsPot),
  'GET /v1/networks/:networkId/pot/windows/:potWindow/report': network(readsPot),
  'POST /v1/imports/paper-book': { of: 'own-network', may: administrator, answers: 200 },
  'POST /v1/funds': { of: 'own-network', may: administrator, answers: 200 },
  'GET /network/found': ownNetwork(administrator),
  // With nothing filled in.
  'POST /network/found': ownNetwork(administrator, 400),
  'POST /network/found/count': ownNetwork(administrator, 400),
  'GET /network/book': ownNetwork(administrator),
  'POST /network/book': ownNetwork(administrator),
  // What is sent without the seal of a question is asked about first.
  'POST /network/book/write': ownNetwork(administrator, 409),
  'GET /network/box': ownNetwork(readsLetters),
  // Nobody has written.
  'GET /network/box/:code': ownNetwork(readsLetters, 404),
  'POST /network/box/:code': ownNetwork(readsLetters, 404),
  'GET /network': ownNetwork(administrator),
  'GET /network/add/staff': ownNetwork(administrator),
  // Another one of the staff stands behind these, whose word is not given here.
  'POST /network/add/staff': ownNetwork(administrator, 409),
  'GET /network/add/member': ownNetwork(administrator),
  // With the number of a card that is nobody's.
  'POST /network/add/member': ownNetwork(administrator, 400),
  'GET /network/people/:userId': ownNetwork(administrator),
  'GET /network/people/:userId/reset': ownNetwork(administrator),
  'POST /network/people/:userId/reset': ownNetwork(administrator),
  'GET /network/people/:userId/shut-out': ownNetwork(administrator),
  'POST /network/people/:userId/shut-out': ownNetwork(administrator, 303),
  'POST /network/people/:userId/let-in': ownNetwork(administrator, 303),
  'GET /network/people/:userId/appoint': ownNetwork(administrator),
  'POST /network/people/:userId/appoint': ownNetwork(administrator, 409),
  // Whoever is asked about here has no task that could be ended, and is no auditor.
  'GET /network/people/:userId/dismiss': ownNetwork(administrator),
  'POST /network/people/:userId/dismiss': ownNetwork(administrator, 409),
  'GET /network/people/:userId/assign': ownNetwork(administrator),
  'POST /network/people/:userId/assign': ownNetwork(administrator, 409),
  'GET /network/people/:userId/end-assignment': ownNetwork(administrator),
  'POST /network/people/:userId/end-assignment': ownNetwork(administrator, 409),
  'GET /network/devices': ownNetwork(['administrator', 'operator']),
  'POST /network/devices': ownNetwork(['administrator', 'operator']),
  'GET /network/devices/:deviceId/revoke': ownNetwork(['administrator', 'operator']),
  'POST /network/devices/:deviceId/revoke': ownNetwork(['administrator', 'operator'], 303),
  // The network's own pot.
  'GET /network/pot': ownNetwork(readsPot),
  'GET /network/pot/report/:potWindow': ownNetwork(readsPot),
  'GET /network/pot/open': ownNetwork(administrator),
  // With nothing filled in.
  'POST /network/pot/open': ownNetwork(administrator, 400),
  'GET /network/pot/received': ownNetwork(administrator),
  'POST /network/pot/received': ownNetwork(administrator, 400),
  'GET /network/pot/returned': ownNetwork(administrator),
  'POST /network/pot/returned': ownNetwork(administrator, 400),
  'GET /network/pot/pay/:potCode': ownNetwork(administrator),
  'POST /network/pot/pay/:potCode': ownNetwork(administrator, 400),
  'GET /network/pot/decide/:potCode': ownNetwork(decidesOfPot),
  'POST /network/pot/decide/:potCode': ownNetwork(decidesOfPot, 400),
  'GET /network/pot/correct/:potMove': ownNetwork(administrator),
  'POST /network/pot/correct/:potMove': ownNetwork(administrator, 400),
  // Numbers for an emergency, and who can help.
  'GET /v1/networks/:networkId/numbers': network(care),
  'GET /v1/networks/:networkId/services': network(care),
  'GET /network/numbers': ownNetwork(care),
  'GET /network/numbers/propose': ownNetwork(care),
  // With nothing filled in.
  'POST /network/numbers/propose': ownNetwork(care, 400),
  'GET /network/numbers/days': ownNetwork(administrator),
  'POST /network/numbers/days': ownNetwork(administrator, 400),
  'GET /network/numbers/:numberId/check': ownNetwork(care),
  'POST /network/numbers/:numberId/check': ownNetwork(care, 400),
  'GET /network/numbers/:numberId/withdraw': ownNetwork(care),
  'POST /network/numbers/:numberId/withdraw': ownNetwork(care, 400),
  'GET /network/services': ownNetwork(care),
  'GET /network/services/propose': ownNetwork(care),
  'POST /network/services/propose': ownNetwork(care, 400),
  'GET /network/services/:serviceId/check': ownNetwork(care),
  'POST /network/services/:serviceId/check': ownNetwork(care, 400),
  'GET /network/services/:serviceId/withdraw': ownNetwork(care),
  'POST /network/services/:serviceId/withdraw': ownNetwork(care, 400),
  // The register of agencies and the roads abroad; of several networks a copy is of the one that is named.
  'GET /agencies': anybody(200),
  'GET /agencies/copy': anybody(404),
  'GET /agencies/poster': anybody(200),
  'GET /agencies/check': anybody(200),
  // Sent without the form.
  'POST /agencies/check': anybody(400),
  'GET /roads': anybody(200),
  'GET /v1/agencies': anybody(200),
  'GET /v1/roads': anybody(200),
  'GET /warnings': anybody(200),
  'GET /v1/warnings': anybody(200),
  'GET /sending': anybody(200),
  'GET /v1/sending': anybody(400),
  'GET /network/agencies': ownNetwork(care),
  'GET /network/agencies/enter': ownNetwork(care),
  'POST /network/agencies/enter': ownNetwork(care, 400),
  'GET /network/agencies/list': ownNetwork(care),
  'POST /network/agencies/list': ownNetwork(care, 400),
  'POST /network/agencies/list/write': ownNetwork(care, 400),
  'GET /network/agencies/check': ownNetwork(care),
  'POST /network/agencies/check': ownNetwork(care, 400),
  // Told instead of shown: a committee has used the one device of all who are here.
  'GET /network/agencies/signals': ownNetwork(care),
  'GET /network/agencies/:partyId': ownNetwork(care),
  'GET /network/agencies/:partyId/check': ownNetwork(care),
  'POST /network/agencies/:partyId/check': ownNetwork(care, 400),
  'GET /network/agencies/:partyId/facts/:factId/withdraw': ownNetwork(decidesOfPot),
  'POST /network/agencies/:partyId/facts/:factId/withdraw': ownNetwork(decidesOfPot, 400),
  // The name of an agency stands in the journal itself.
  'GET /network/agencies/:partyId/facts/:factId/erase': ownNetwork(decidesOfPot, 404),
  'POST /network/agencies/:partyId/facts/:factId/erase': ownNetwork(decidesOfPot, 404),
  'GET /network/agencies/:partyId/say/:what': ownNetwork(care),
  'POST /network/agencies/:partyId/say/:what': ownNetwork(care, 400),
  'GET /network/roads': ownNetwork(care),
  'GET /network/roads/propose': ownNetwork(care),
  'POST /network/roads/propose': ownNetwork(care, 400),
  'GET /network/roads/:routeId/check': ownNetwork(care),
  'POST /network/roads/:routeId/check': ownNetwork(care, 400),
  'GET /network/roads/:routeId/withdraw': ownNetwork(decidesOfPot),
  'POST /network/roads/:routeId/withdraw': ownNetwork(decidesOfPot, 400),
  // Talks, courses, training and villages without a team.
  'GET /talks': anybody(200),
  'GET /courses': anybody(200),
  'GET /network/talks': ownNetwork(care),
  'GET /network/talks/propose': ownNetwork(care),
  'POST /network/talks/propose': ownNetwork(care, 400),
  'GET /network/talks/count': ownNetwork(care),
  'POST /network/talks/count': ownNetwork(care, 400),
  'GET /network/talks/counts/:countId/strike': ownNetwork(care),
  'POST /network/talks/counts/:countId/strike': ownNetwork(care, 400),
  'GET /network/talks/:talkId/check': ownNetwork(care),
  'POST /network/talks/:talkId/check': ownNetwork(care, 400),
  'GET /network/talks/:talkId/withdraw': ownNetwork(care),
  'POST /network/talks/:talkId/withdraw': ownNetwork(care, 400),
  'GET /network/courses': ownNetwork(care),
  'GET /network/courses/propose': ownNetwork(care),
  'POST /network/courses/propose': ownNetwork(care, 400),
  'GET /network/courses/jobs': ownNetwork(care),
  'POST /network/courses/jobs': ownNetwork(care, 400),
  'GET /network/courses/:courseId/graduates': ownNetwork(care),
  'POST /network/courses/:courseId/graduates': ownNetwork(care, 400),
  'GET /network/courses/:courseId/check': ownNetwork(care),
  'POST /network/courses/:courseId/check': ownNetwork(care, 400),
  'GET /network/courses/:courseId/withdraw': ownNetwork(care),
  'POST /network/courses/:courseId/withdraw': ownNetwork(care, 400),
  'GET /network/coverage': ownNetwork(care),
  'GET /network/coverage/:village': ownNetwork(care),
  'POST /network/coverage/:village': ownNetwork(care, 400),
  'GET /network/training': ownNetwork(decidesOfPot),
  'GET /network/training/record': ownNetwork(['administrator']),
  'POST /network/training/record': ownNetwork(['administrator'], 400),
  'GET /network/training/duties': ownNetwork(['administrator']),
  'POST /network/training/duties': ownNetwork(['administrator'], 400),
  'GET /network/training/duties/:trainedId/:duty/end': ownNetwork(['administrator']),
  'POST /network/training/duties/:trainedId/:duty/end': ownNetwork(['administrator'], 400),
  'GET /network/training/rules/:role/:act': ownNetwork(['administrator']),
  'POST /network/training/rules/:role/:act': ownNetwork(['administrator'], 400),
  'GET /network/training/:trainingId/strike': ownNetwork(['administrator']),
  'POST /network/training/:trainingId/strike': ownNetwork(['administrator'], 400),
  'GET /network/warnings': ownNetwork(care),
  'GET /network/warnings/propose': ownNetwork(care),
  'POST /network/warnings/propose': ownNetwork(care, 400),
  'GET /network/warnings/:warningId/check': ownNetwork(care),
  'POST /network/warnings/:warningId/check': ownNetwork(care, 400),
  'GET /network/warnings/:warningId/withdraw': ownNetwork(decidesOfPot),
  'POST /network/warnings/:warningId/withdraw': ownNetwork(decidesOfPot, 400),
  'GET /network/roads/prices': ownNetwork(care),
  'GET /network/roads/prices/propose': ownNetwork(care),
  'POST /network/roads/prices/propose': ownNetwork(care, 400),
  'GET /network/roads/prices/:priceId/check': ownNetwork(care),
  'POST /network/roads/prices/:priceId/check': ownNetwork(care, 400),
  'GET /network/roads/prices/:priceId/withdraw': ownNetwork(care),
  'POST /network/roads/prices/:priceId/withdraw': ownNetwork(care, 400),
  // What is linked outside; this service is set up for none of it.
  'GET /network/links': ownNetwork(administrator),
  'GET /network/links/set': ownNetwork(administrator),
  'POST /network/links/set': ownNetwork(administrator, 409),
  'GET /network/links/:linkId': ownNetwork(administrator),
  'GET /network/links/:linkId/end': ownNetwork(administrator),
  // Without the id that the form was made with.
  'POST /network/links/:linkId/end': ownNetwork(administrator, 400),
  'GET /sign-in/provider': noProvider,
  'GET /sign-in/provider/back': noProvider,
  'GET /me/provider': ownNetwork([...care, ...readsPortfolio], 404),
  'GET /me/provider/begin': ownNetwork([...care, ...readsPortfolio], 404),
  'POST /me/provider': ownNetwork([...care, ...readsPortfolio], 404),
  'GET /team': { of: 'own-network', may: ['migration-worker', 'case-supervisor'], answers: 200 },
}
