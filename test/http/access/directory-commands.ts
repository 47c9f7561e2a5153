import type {
  DirectoryCommand,
  FigureCommand,
  LinkCommand,
  RegisterCommand,
  RoadCommand,
  TrainingCommand,
  WatchCommand,
} from '#domain/operations/network.ts'
import { sha256 } from '#infra/system/system.ts'
import { saidOfNumber, saidOfService } from '#test/http/access/directory-fixture.ts'
import { ofFigures } from '#test/http/access/figures-fixture.ts'
import { ofRegister } from '#test/http/access/register-fixture.ts'
import { ofTraining } from '#test/http/access/training-fixture.ts'
import { ofWatch } from '#test/http/access/watch-fixture.ts'
import { type Network, type TwoNetworks, today } from '#test/http/access/two-networks.ts'

type OfEach<C extends { readonly type: string }> = {
  readonly [Type in C['type']]: Extract<C, { readonly type: Type }>
}

/** Each act about numbers for an emergency, services of others and standing links. */
export const ofDirectory = (
  { needs: { ids }, a, f1, f3 }: Pick<TwoNetworks, 'needs' | 'a' | 'f1' | 'f3'>,
  { numberId, serviceId, linkId, newcomerId, ...known }: Network,
  fundId: string,
) => {
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: today })
  return {
    ProposeNumber: {
      ...envelope(),
      type: 'ProposeNumber',
      numberId: ids(),
      ...saidOfNumber,
      // One that nobody has entered yet.
      number: `555 ${ids().replaceAll(/\D/g, '').slice(-12)}`,
    },
    CheckNumber: { ...envelope(), type: 'CheckNumber', numberId, how: 'called' },
    WithdrawNumber: { ...envelope(), type: 'WithdrawNumber', numberId, why: 'closed' },
    ProposeService: {
      ...envelope(),
      type: 'ProposeService',
      serviceId: ids(),
      name: 'Lawyers of the river',
      ...saidOfService,
    },
    CheckService: { ...envelope(), type: 'CheckService', serviceId, how: 'visited' },
    WithdrawService: { ...envelope(), type: 'WithdrawService', serviceId, why: 'closed' },
    SetCheckDays: { ...envelope(), type: 'SetCheckDays', days: 90, approvedBy: newcomerId },
    SetLink: {
      ...envelope(),
      type: 'SetLink',
      linkId: ids(),
      kind: 'webhook',
      mark: sha256('somewhere'),
      approvedBy: newcomerId,
    },
    LinkSignIn: {
      ...envelope(),
      type: 'LinkSignIn',
      linkId: ids(),
      userId: newcomerId,
      mark: sha256('somebody'),
    },
    EndLink: { ...envelope(), type: 'EndLink', linkId },
    ...ofRegister({ ids, on: today }, known, newcomerId),
    ...ofWatch({ ids, on: today }, known.canary, newcomerId),
    ...ofTraining({ ids, on: today, fundId }, known.canary, newcomerId),
    ...ofFigures(
      { ids, on: today },
      { canary: known.canary, fundId: (known.canary === a.canary ? f1 : f3).fundId },
    ),
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
