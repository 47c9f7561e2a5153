import type { CaseFile } from '#domain/cases/file.ts'
import { decideCase } from '#domain/cases/operation.ts'
import { caseOperationOf } from '#domain/cases/operations/all.ts'
import { daysAfter, monthlyDay } from '#domain/kernel/dates.ts'
import type { Signer } from '#domain/ports.ts'
import { type ActNeeds, changed, openCase } from '#src/app/cases/cases.ts'
import { nameHolders } from '#src/app/cases/spare-keys.ts'
import { type AtDesk, enrol, publicKeyOf } from '#src/app/cases/team.ts'
import { type IdentityNeeds, loginKeyOf } from '#src/app/identity/identity.ts'
import { addUser, setSecret } from '#src/app/identity/users.ts'
import type { NetworkRecorder } from '#src/app/network/network-record.ts'
import { allAtOnce } from '#src/app/practice/all-at-once.ts'
import { practiceCaseList } from '#src/app/practice/case-list.ts'
import type { CaseStep, PracticeCase } from '#src/app/practice/case-steps.ts'
import { makePracticeReports } from '#src/app/practice/practice-reports.ts'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'

/** The invented team, and the passphrases that the pages of a practice network tell: they are worth nothing. */
export const practiceTeam = [
  { login: 'practice migration-worker', passphrase: 'heron mango drum lantern' },
  { login: practiceStaff.login, passphrase: 'river basket cloud ferry' },
  { login: 'practice third-worker', passphrase: 'clay orchid bridge candle' },
] as const

/** The passphrase of somebody of the invented team; undefined of anybody else. */
export const practicePassphrase = (login: string): string | undefined =>
  practiceTeam.find((one) => one.login === login)?.passphrase

type SampleNeeds = IdentityNeeds & {
  readonly recordNetwork: NetworkRecorder
  readonly signer: Signer
}

const by = { actor: 'practice', device: 'practice' }

/** The third of the team, who came when cases were opened for the first time. */
const thirdOf = async (
  needs: SampleNeeds,
  { networkId, today }: Pick<ActNeeds, 'networkId' | 'today'>,
): Promise<string | undefined> => {
  const { login } = practiceTeam[2]
  const user = await addUser(needs, { networkId, login })
  if ('code' in user) return (await needs.store.userByLogin(networkId, loginKeyOf(login)))?.userId
  await setSecret(needs, user, practiceStaff.pin)
  const { userId } = user
  const until = monthlyDay(today, 12, Number(today.slice(8)))
  const appoint = { type: 'AppointStaff', userId, role: 'migration-worker', until } as const
  const envelope = { id: needs.ids(), v: 1 as const, effectiveOn: today }
  await needs.recordNetwork(networkId, [{ ...envelope, ...appoint }], by)
  return userId
}

const seenIn = (file: CaseFile, { command, item }: CaseStep): object => {
  const { writes, name } = caseOperationOf(command)!
  if (writes === 'fact') return { seen: file.facts[name]?.version ?? 0 }
  if (writes !== 'item') return {}
  const one = (file.lists[name] ?? []).at(item ?? -1)!
  return { item: one.item, seen: one.version }
}

/** A file after a step, by the rules of every case: what they would refuse cannot stand in the sample either. */
const after =
  (needs: ActNeeds, { userId }: AtDesk) =>
  (file: CaseFile, step: CaseStep): CaseFile => {
    const now = {
      file,
      today: daysAfter(needs.today, -step.ago),
      by: userId,
      newItem: needs.keys.newId(),
    }
    const said = { ...step.says(file), ...seenIn(file, step) }
    const decision = decideCase(caseOperationOf(step.command)!, now, said)
    if (decision.outcome === 'recorded') return decision.body
    throw new Error(`a practice case cannot be made: ${step.command} ${decision.code}`)
  }

const make = async (needs: ActNeeds, desk: AtDesk, { ago, first, steps }: PracticeCase) => {
  const then = { ...needs, today: daysAfter(needs.today, -ago) }
  const told = await openCase(then, desk, first)
  await changed(needs, desk, {
    code: told.code,
    make: async ({ file }) => ({ file: steps.reduce(after(needs, desk), file) }),
  })
}

type Pair = { readonly worker: string; readonly supervisor: string }

const makeAll = async (
  sample: SampleNeeds,
  needs: ActNeeds,
  { worker, supervisor }: Pair,
): Promise<void> => {
  const first = await enrol(needs, { userId: worker, passphrase: practiceTeam[0].passphrase })
  if (first === 'has-a-key') return
  const { passphrase } = practiceTeam[1]
  const second = await enrol(needs, { userId: supervisor, passphrase })
  const third = await thirdOf(sample, needs)
  if (third === undefined || second === 'has-a-key') return
  await enrol(needs, { userId: third, passphrase: practiceTeam[2].passphrase })
  await nameHolders(needs, [worker, supervisor, third])
  const list = practiceCaseList({ today: needs.today, worker })
  for (const one of list) await make(needs, one.whose === 'supervisor' ? second : first, one)
  await makePracticeReports({ ...sample, ...needs })
}

/**
 * Gives a practice network's team keys, spare keys and twelve invented cases, when its desk is opened for the first time:
 * not at the start, which would be slower for everybody. Whoever has made a key before keeps it, and there is nothing. Of
 * those who come first at once each finds the whole.
 */
export const makePracticeCases = async (sample: SampleNeeds, needs: ActNeeds): Promise<void> => {
  const { networkId } = needs
  const idOf = async (login: string): Promise<string | undefined> =>
    (await sample.store.userByLogin(networkId, loginKeyOf(login)))?.userId
  const [worker, supervisor] = [
    await idOf(practiceTeam[0].login),
    await idOf(practiceTeam[1].login),
  ]
  if (worker === undefined || supervisor === undefined) return
  // Every visit comes by here, and nearly all find it made.
  if ((await publicKeyOf(needs, worker)) !== undefined) return
  await allAtOnce(needs, (staged) => makeAll(sample, staged, { worker, supervisor }))
}
