import type { LocalDate } from '#domain/kernel/dates.ts'
import { refused } from '#domain/kernel/decision.ts'
import { described, optional, uuid } from '#domain/kernel/shape.ts'
import { type Network, mayDecide } from '#domain/network/state.ts'

/** Nobody where there was none, or before it was asked for. */
export const approvedBy = described(
  optional(uuid('user')),
  'Another administrator or case supervisor, who stands behind it with `approvals`. Needed where there is one, or was until a week ago',
)

type Approved = { readonly approvedBy?: string }

export const approverOf = ({ approvedBy: approver }: Approved): string | undefined => approver

/** Why whoever is named does not stand behind it; undefined where nobody is. */
export const approverFault = (
  network: Network,
  { approvedBy: approver, effectiveOn }: Approved & { readonly effectiveOn: LocalDate },
) =>
  approver === undefined || mayDecide(network, approver, effectiveOn)
    ? undefined
    : refused('not-of-the-deciding-staff')
