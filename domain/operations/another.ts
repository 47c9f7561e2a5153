import { described, id, optional } from '#domain/kernel/shape.ts'

/** A second officer's word for money that one may let out alone up to a limit: above it what has none stays as a finding. */
export const byAnother = {
  approvedBy: described(
    optional(id('member')),
    'A second officer, whose secret goes with it under `approvals`; without one, what is above the limit of the rules stays as a finding',
  ),
}

/** The second person of an operation that asks for one by `byAnother`. */
export const another = ({ approvedBy }: { readonly approvedBy?: string }): string | undefined =>
  approvedBy
