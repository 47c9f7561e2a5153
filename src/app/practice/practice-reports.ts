import type { ReportKind } from '#domain/network/watch/report.ts'
import { type ReportNeeds, takeReport } from '#src/app/watch/reports.ts'
import type { Channel } from '#src/app/watch/sealed-report.ts'

/** Twelve invented reports that wait to be read, as people would tell them. */
const told: readonly (readonly [ReportKind, Channel, string, string])[] = [
  ['duty', 'page', 'Golden River', 'They asked 650 dollars for Thailand and gave no receipt.'],
  ['duty', 'voice', 'Golden River', 'The contract is in Thai only. Nobody read it to us.'],
  ['duty', 'paper', 'Silver River', 'My passport has been with them since March.'],
  ['money-lost', 'page', '', 'A man in the market took 200 dollars and his number is off now.'],
  ['duty', 'page', 'Green River', 'Two days of training were promised. There was none.'],
  [
    'workplace-abuse',
    'text',
    'A fish factory',
    'No pay for three months, and the gate is shut at night.',
  ],
  [
    'venue',
    'in-person',
    'A karaoke place',
    'Girls from our commune are kept there. They cannot leave.',
  ],
  [
    'false-investment',
    'page',
    '',
    'A group on the phone doubles money. My aunt gave her share-out.',
  ],
  ['duty', 'page', 'Blue River', 'It was to be sewing. It was a kitchen, at half the wage.'],
  ['money-lost', 'paper', '', 'I sent money home by a driver. It never came.'],
  ['duty', 'page', 'Golden River', 'They took my cousin, who is sixteen.'],
  ['workplace-abuse', 'page', 'A farm', 'The owner hits people who are ill.'],
]

/** Seals them, as if they had come today. */
export const makePracticeReports = async (needs: ReportNeeds): Promise<void> => {
  for (const [n, [kind, channel, about, text]] of told.entries())
    await takeReport(needs, {
      kind,
      channel,
      about,
      text,
      mayBeCounted: n % 3 === 0,
      mayBeAsked: false,
      way: 'own',
      files: [],
      reach: '',
      team: [],
    })
}
