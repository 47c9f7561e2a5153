import type { NetworkCommand } from '#domain/network.ts'
import type {
  DirectoryCommand,
  FigureCommand,
  LinkCommand,
  RegisterCommand,
  RoadCommand,
  TrainingCommand,
  WatchCommand,
} from '#domain/operations/network.ts'
import { fillFigures, ofFigures } from '#test/http/access/figures-fixture.ts'
import { fillRegister, ofRegister, registerIds } from '#test/http/access/register-fixture.ts'
import { fillTraining, ofTraining } from '#test/http/access/training-fixture.ts'
import { fillWatch, ofWatch } from '#test/http/access/watch-fixture.ts'
import type { OfEach } from '#test/http/commands/known-ids.ts'
import type { Practice } from '#test/support/service.ts'

const said = { country: 'KH', kind: 'health', languages: [] } as const
const service = {
  kind: 'health',
  name: 'Health post of the river',
  country: 'KH',
  does: 'Sees anybody by day',
  standards: [],
  languages: [],
  phone: '555-0142',
} as const

/** Of some address that nobody has kept. */
const mark = 'a'.repeat(64)

type Filled = { readonly numberId: string; readonly serviceId: string; readonly linkId: string }
const filled = new WeakMap<object, Promise<Filled>>()

/** A number and a service that somebody else has entered. */
const fill = async ({ needs, networkId }: Practice): Promise<Filled> => {
  const [numberId, serviceId, linkId] = [needs.ids(), needs.ids(), needs.ids()]
  const on = () => ({ id: needs.ids(), v: 1 as const, effectiveOn: '2025-12-31' })
  const commands: NetworkCommand[] = [
    { ...on(), type: 'ProposeNumber', numberId, ...said, number: '555-0140' },
    { ...on(), type: 'ProposeService', serviceId, ...service },
    { ...on(), type: 'SetLink', linkId, kind: 'webhook', mark },
  ]
  await needs.recordNetwork(networkId, commands, { actor: 'test', device: 'test' })
  await fillRegister(needs, { networkId, canary: 'somebody else', on: '2025-12-31' })
  await fillWatch(needs, { networkId, canary: 'somebody else', on: '2025-12-31' })
  await fillTraining(needs, { networkId, canary: 'somebody else', on: '2025-12-31' })
  await fillFigures(needs, { networkId, canary: 'somebody else', on: '2025-12-31' })
  return { numberId, serviceId, linkId }
}

/** Each act about numbers and services, as somebody of the practice network would send it. */
export const ofDirectoryInPractice = async (practice: Practice, approvedBy: string) => {
  const { needs } = practice
  const made = filled.get(practice) ?? fill(practice)
  filled.set(practice, made)
  const { numberId, serviceId, linkId } = await made
  const at = { ids: needs.ids, on: '2025-12-31' }
  const { fundId } = practice
  const whose = 'somebody else'
  const envelope = () => ({ id: needs.ids(), v: 1 as const, effectiveOn: '2025-12-31' })
  return {
    ProposeNumber: {
      ...envelope(),
      type: 'ProposeNumber',
      numberId: needs.ids(),
      ...said,
      number: '555-0141',
    },
    CheckNumber: { ...envelope(), type: 'CheckNumber', numberId, how: 'called' },
    WithdrawNumber: { ...envelope(), type: 'WithdrawNumber', numberId, why: 'wrong' },
    ProposeService: {
      ...envelope(),
      type: 'ProposeService',
      serviceId: needs.ids(),
      ...service,
    },
    CheckService: { ...envelope(), type: 'CheckService', serviceId, how: 'visited' },
    WithdrawService: { ...envelope(), type: 'WithdrawService', serviceId, why: 'closed' },
    SetCheckDays: { ...envelope(), type: 'SetCheckDays', days: 90, approvedBy },
    SetLink: {
      ...envelope(),
      type: 'SetLink',
      linkId: needs.ids(),
      kind: 'webhook',
      mark,
      approvedBy,
    },
    LinkSignIn: {
      ...envelope(),
      type: 'LinkSignIn',
      linkId: needs.ids(),
      userId: approvedBy,
      mark,
      approvedBy,
    },
    EndLink: { ...envelope(), type: 'EndLink', linkId },
    ...ofRegister(at, registerIds(whose), approvedBy),
    ...ofWatch({ ...at, sentOn: at.on }, whose, approvedBy),
    ...ofTraining({ ...at, fundId }, whose, approvedBy),
    ...ofFigures(at, { canary: whose, fundId }),
  } satisfies OfEach<
    | DirectoryCommand
    | LinkCommand
    | RegisterCommand
    | RoadCommand
    | TrainingCommand
    | WatchCommand
    | FigureCommand
  >
}
