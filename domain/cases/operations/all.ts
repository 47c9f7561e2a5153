import type { AnyCaseOperation } from '#domain/cases/operation.ts'
import * as abroad from '#domain/cases/operations/abroad.ts'
import * as assess from '#domain/cases/operations/assess.ts'
import * as back from '#domain/cases/operations/back.ts'
import * as book from '#domain/cases/operations/book.ts'
import * as buddies from '#domain/cases/operations/buddies.ts'
import * as consent from '#domain/cases/operations/consent.ts'
import * as feeDrafts from '#domain/cases/operations/fee-drafts.ts'
import * as journey from '#domain/cases/operations/journey.ts'
import * as costs from '#domain/cases/operations/costs.ts'
import * as leaving from '#domain/cases/operations/leaving.ts'
import * as life from '#domain/cases/operations/life.ts'
import * as person from '#domain/cases/operations/person.ts'
import * as plan from '#domain/cases/operations/plan.ts'
import * as referrals from '#domain/cases/operations/referrals.ts'
import * as research from '#domain/cases/operations/research.ts'
import * as signals from '#domain/cases/operations/signals.ts'
import * as trade from '#domain/cases/operations/trade.ts'

/** All that can be done with a case that is open. */
export const caseOperations = [
  person.setPerson,
  person.setContact,
  person.setVillage,
  person.addPersonAround,
  person.setSafety,
  person.setGuardian,
  person.addPaperSeen,
  consent.giveConsent,
  consent.withdrawConsent,
  plan.setStage,
  plan.addTask,
  plan.finishTask,
  plan.addNote,
  assess.setNeeds,
  assess.setFamilyAssessment,
  signals.markSignals,
  signals.takeBackSignals,
  journey.setJourney,
  journey.setPromise,
  journey.setFound,
  costs.addCost,
  costs.strikeCost,
  feeDrafts.tellOfFee,
  feeDrafts.takeBackFee,
  research.giveAnswers,
  research.takeAnswersBack,
  leaving.tickReady,
  leaving.tickLessons,
  abroad.setRhythm,
  abroad.recordCheckIn,
  abroad.setLeftBehind,
  buddies.proposeBuddy,
  buddies.agreeToBuddy,
  buddies.endBuddy,
  buddies.setCounsellor,
  back.setReturnInterview,
  back.setLivingLine,
  back.recordFollowUp,
  referrals.offerReferral,
  referrals.setReferralState,
  referrals.remindReferral,
  referrals.giveFeedback,
  referrals.reportReferral,
  trade.setMentor,
  book.addBookLine,
  book.strikeBookLine,
  trade.askForSupport,
  trade.setSupportState,
  trade.planTradeLoan,
  trade.setTradeLoanState,
  life.closeCase,
  life.reopenCase,
] as const satisfies readonly AnyCaseOperation[]

/** What no form of a case writes: it stands beside the cost diary, or a fund's answer writes it. */
export const writtenElsewhere: readonly string[] = [
  'SetSupportState',
  'TellOfFee',
  'TakeBackFee',
  'GiveAnswers',
  'TakeAnswersBack',
]

export type CaseOperations = (typeof caseOperations)[number]
export type CaseCommand = CaseOperations['command']

export const caseOperationOf = (command: string): AnyCaseOperation | undefined =>
  caseOperations.find((one) => one.command === command)
