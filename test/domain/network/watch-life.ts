import { ladderOf } from '#domain/network/watch/ladder.ts'
import { shownWatch } from '#domain/network/watch/shown.ts'
import { idOf, networkLife } from '#test/domain/network/life.ts'

/** A digest of something that was kept. */
export const digest = 'd'.repeat(64)

/** The mark of a household. */
export const markOf = (household: number): string => String(household).padStart(32, '0')

/** Letters that ann writes down and bopha has seen too. */
const lettersBy = (give: ReturnType<typeof networkLife>['give']) => {
  /** A letter that two have seen go. */
  const letter = (letterId: string, on: string, more: object): string => {
    const sent = give('ann', 'SendWatchLetter', on, { letterId, ...more })
    return sent === 'recorded' ? give('bopha', 'ConfirmWatchLetter', on, { letterId }) : sent
  }
  /** An answer that two have seen. */
  const answer = (letterId: string, on: string, says: string): string => {
    const said = give('ann', 'RecordWatchAnswer', on, { letterId, says })
    return said === 'recorded' ? give('bopha', 'ConfirmWatchAnswer', on, { letterId, says }) : said
  }
  return { letter, answer }
}

/** A network with one agency, in which ann checks and proposes and bopha confirms. */
export const watchLife = (agencies: readonly string[] = ['Golden River']) => {
  const { network, give } = networkLife()
  for (const name of agencies)
    give('ann', 'RegisterParty', '2026-01-01', {
      partyId: idOf(name),
      kind: 'agency',
      called: { what: 'name', latin: name },
      source: 'ministry-list',
      seenOn: '2026-01-01',
    })
  const check = (name: string, on: string, more: object = {}) =>
    give('ann', 'CheckReport', on, {
      reportId: idOf(name),
      partyId: idOf(agencies[0]!),
      kind: 'duty',
      duties: ['no-fee-above-ceiling'],
      month: '2025-11',
      basis: 'two-sources',
      evidence: [],
      mayBeCounted: true,
      mayBeAsked: false,
      ...more,
    })
  const rule = (name: string, on: string, more: object = {}) => {
    const decisionId = idOf(`ruling of ${name} on ${on}`)
    give('ann', 'ProposeRuling', on, { decisionId, reportId: idOf(name), found: 'upheld', ...more })
    return give('bopha', 'ConfirmDecision', on, { decisionId })
  }
  /** Checked and upheld by two on one day, of a household of its own. */
  const upheld = (household: number, on: string, more: object = {}) => {
    const name = `report ${household} ${on}`
    check(name, on, { household: markOf(household), ...more })
    rule(name, on)
    return idOf(name)
  }
  const step = (named: string, on: string, reportIds: readonly string[]) => {
    const decisionId = idOf(named)
    return {
      proposed: give('ann', 'ProposeLadderStep', on, {
        decisionId,
        partyId: idOf(agencies[0]!),
        step: named,
        reportIds,
      }),
      confirmed: give('bopha', 'ConfirmDecision', on, { decisionId }),
    }
  }
  return {
    network,
    ...lettersBy(give),
    give,
    check,
    rule,
    upheld,
    step,
    ladder: (name = agencies[0]!) =>
      ladderOf({ ...network.watch, parties: network.parties }, idOf(name)),
    shown: (today: string) => shownWatch(network.watch, today),
  }
}
