import type { Decision } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import * as deciding from '#domain/grants/deciding.ts'
import * as paying from '#domain/grants/paying.ts'
import * as grants from '#domain/grants/grants.ts'
import { type Support, supportAfter, supportWithout } from '#domain/grants/support.ts'
import { type SetWindowTerms, setWindowTerms } from '#domain/grants/terms.ts'

/** Everything that can be said about donors' money and what is given of it. */
export type GrantCommand =
  | grants.RecordDonation
  | grants.RecordGrantPayout
  | SetWindowTerms
  | deciding.AskForSupport
  | deciding.TakeSupportStep
  | deciding.DecideSupport
  | deciding.AwardAtOnce
  | deciding.RecordSupportPart
  | deciding.ReturnDonation

const commands: Readonly<Record<GrantCommand['type'], true>> = {
  RecordDonation: true,
  RecordGrantPayout: true,
  SetWindowTerms: true,
  AskForSupport: true,
  TakeSupportStep: true,
  DecideSupport: true,
  AwardAtOnce: true,
  RecordSupportPart: true,
  ReturnDonation: true,
}
export const isGrantCommand = (command: { readonly type: string }): command is GrantCommand =>
  Object.hasOwn(commands, command.type)

const bodies: Readonly<Record<grants.GrantBody['type'], true>> = {
  DonationReceived: true,
  GrantPaid: true,
  DonationReturned: true,
  WindowTermsSet: true,
  SupportAsked: true,
  SupportStepTaken: true,
  SupportDecided: true,
  SupportAwardedAtOnce: true,
  SupportPartPaid: true,
}
export const isGrantBody = (body: { readonly type: string }): body is grants.GrantBody =>
  Object.hasOwn(bodies, body.type)

/** Decides about donors' money. */
export const decideGrants = (
  granting: deciding.Granting,
  command: GrantCommand,
): Decision<grants.GrantBody, string> => {
  switch (command.type) {
    case 'RecordDonation':
      return grants.recordDonation(granting.currency, command)
    case 'RecordGrantPayout': {
      const { currency } = granting
      return grants.recordGrantPayout({ held: granting.held(command.windowId), currency }, command)
    }
    case 'SetWindowTerms':
      return setWindowTerms(command)
    case 'AskForSupport':
      return deciding.askForSupport(granting, command)
    case 'TakeSupportStep':
      return deciding.takeSupportStep(granting, command)
    case 'DecideSupport':
      return deciding.decideSupport(granting, command)
    case 'AwardAtOnce':
      return deciding.awardAtOnce(granting, command)
    case 'RecordSupportPart':
      return paying.recordSupportPart(granting, command)
    case 'ReturnDonation':
      return paying.returnDonation(granting, command)
  }
}

export type GrantShelf = {
  readonly windows: Map<string, grants.GrantWindow>
  readonly supports: Map<string, Support>
}

/** Takes in what an entry says of donors' money, in place. */
export const takeInGrants = (
  { windows, supports }: GrantShelf,
  body: grants.GrantBody,
  { id, on }: { readonly id: EntryId; readonly on: LocalDate },
): void => {
  switch (body.type) {
    case 'DonationReceived':
    case 'GrantPaid':
    case 'DonationReturned':
    case 'WindowTermsSet':
      if (body.windowId === undefined) return
      windows.set(body.windowId, grants.windowAfter(windows.get(body.windowId), body, on))
      return
    default:
      supports.set(body.code, supportAfter(supports.get(body.code), body, { id, on }))
  }
}

/** Takes an entry back out of what is known of donors' money, in place. */
export const takeOutGrants = (
  { windows, supports }: GrantShelf,
  body: grants.GrantBody,
  { id, on }: { readonly id: EntryId; readonly on: LocalDate },
): void => {
  if (body.type === 'GrantPaid')
    windows.set(body.windowId, grants.windowWithout(windows.get(body.windowId)!, body, on))
  if (body.type === 'SupportPartPaid')
    supports.set(body.code, supportWithout(supports.get(body.code)!, id))
}
