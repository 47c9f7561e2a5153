import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Checked, afterCheck } from '#domain/network/checked.ts'
import type { Network } from '#domain/network/state.ts'
import type { DirectoryBody } from '#domain/operations/network.ts'

/** By whose hand an entry came, and of which day it is. */
type Entered = { readonly by: string; readonly on: LocalDate }

const change = <One extends Checked>(
  among: Map<string, One>,
  key: string,
  after: (one: One) => One,
): void => {
  among.set(key, after(among.get(key)!))
}

/** What an entry says beside its fields. */
const withoutFrame = <Body extends DirectoryBody>({
  type: _t,
  v: _v,
  flags: _f,
  postings: _p,
  ...said
}: Body) => said

/** Takes in what an entry says of numbers and services, in place. Who wrote it is the journal's own word. */
export const takeInDirectory = (
  network: Network,
  body: DirectoryBody,
  { by, on }: Entered,
): void => {
  const { numbers, services } = network
  switch (body.type) {
    case 'NumberProposed':
      numbers.set(body.numberId, { ...withoutFrame(body), enteredBy: by, enteredOn: on })
      return
    case 'NumberChecked':
      change(numbers, body.numberId, (one) => afterCheck(one, { by, on, how: body.how }))
      return
    case 'NumberWithdrawn':
      change(numbers, body.numberId, (one) => ({ ...one, withdrawn: { on, why: body.why } }))
      return
    case 'ServiceProposed':
      services.set(body.serviceId, { ...withoutFrame(body), enteredBy: by, enteredOn: on })
      return
    case 'ServiceChecked':
      change(services, body.serviceId, (one) => afterCheck(one, { by, on, how: body.how }))
      return
    case 'ServiceWithdrawn':
      change(services, body.serviceId, (one) => ({ ...one, withdrawn: { on, why: body.why } }))
      return
    case 'CheckDaysSet':
      network.goodForDays = body.days
      return
  }
}

/** Whether what an entry names came before it. */
export const isKnownToDirectory = (
  { numbers, services }: Network,
  body: DirectoryBody,
): boolean => {
  switch (body.type) {
    case 'NumberProposed':
    case 'ServiceProposed':
    case 'CheckDaysSet':
      return true
    case 'NumberChecked':
    case 'NumberWithdrawn':
      return numbers.has(body.numberId)
    case 'ServiceChecked':
    case 'ServiceWithdrawn':
      return services.has(body.serviceId)
  }
}
