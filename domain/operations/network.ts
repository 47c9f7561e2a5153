import * as agreements from '#domain/network/operations/agreements.ts'
import * as auditFindings from '#domain/network/operations/audit-findings.ts'
import * as audits from '#domain/network/operations/audits.ts'
import * as figures from '#domain/network/operations/figures.ts'
import * as funds from '#domain/network/operations/funds.ts'
import * as numbers from '#domain/network/operations/numbers.ts'
import * as grants from '#domain/network/operations/pot-grants.ts'
import * as money from '#domain/network/operations/pot-money.ts'
import * as directory from '#domain/network/operations/directory.ts'
import * as links from '#domain/network/operations/links.ts'
import * as warnings from '#domain/network/operations/warnings.ts'
import * as watchLetters from '#domain/network/operations/watch-letters.ts'
import * as watch from '#domain/network/operations/watch.ts'
import * as register from '#domain/network/operations/register.ts'
import * as roads from '#domain/network/operations/roads.ts'
import * as courses from '#domain/network/operations/courses.ts'
import * as prices from '#domain/network/operations/prices.ts'
import * as staff from '#domain/network/operations/staff.ts'
import * as talks from '#domain/network/operations/talks.ts'
import * as training from '#domain/network/operations/training.ts'
import { type BodyOf, type CommandOf, operationsOf } from '#domain/operations/operation.ts'

const ofPot = [
  money.openPotWindow,
  money.recordPotDonation,
  money.returnPotDonation,
  grants.askFromPot,
  grants.takePotStep,
  grants.decideFromPot,
  money.recordPotPart,
  money.reversePotEntry,
] as const

const ofRoads = [roads.proposeRoute, roads.checkRoute, roads.withdrawRoute] as const

const ofWarnings = [
  warnings.proposeWarning,
  warnings.checkWarning,
  warnings.withdrawWarning,
] as const
export const warningOperations = operationsOf(ofWarnings)
const ofPrices = [
  prices.proposeTransferPrice,
  prices.checkTransferPrice,
  prices.withdrawTransferPrice,
] as const
export const priceOperations = operationsOf(ofPrices)

const ofDirectory = [
  numbers.proposeNumber,
  numbers.checkNumber,
  numbers.withdrawNumber,
  directory.proposeService,
  directory.checkService,
  directory.withdrawService,
  directory.setCheckDays,
] as const

const ofAudits = [
  audits.planAudit,
  audits.takeAuditPlan,
  audits.moveAudit,
  audits.cancelAudit,
  audits.recordAuditTest,
  auditFindings.raiseAuditFinding,
  auditFindings.replyToAuditFinding,
  auditFindings.closeAuditFinding,
  auditFindings.followUpAuditFinding,
  audits.giveAuditOpinion,
] as const

const ofAgreements = [
  agreements.offerAgreement,
  agreements.renewAgreement,
  agreements.endAgreement,
] as const
const ofWatch = [
  watch.checkReport,
  watch.proposeRuling,
  watch.proposeStep,
  watch.confirmDecision,
  watchLetters.sendLetter,
  watchLetters.confirmLetter,
  watchLetters.answerLetter,
  watchLetters.confirmAnswer,
  watchLetters.proposeReplyText,
  watchLetters.confirmReplyText,
  watch.setWatchRules,
  watch.switchPublication,
] as const
/** All about reports, rulings and letters. */
export const watchOperations = operationsOf(ofWatch)
const ofRegister = [
  register.registerParty,
  register.recordPartyFacts,
  register.checkPartyFacts,
  register.withdrawPartyFact,
  register.erasePartyWords,
] as const

/** All about who recruits and employs, and about the roads abroad. */
export const registerOperations = operationsOf([...ofRegister, ...ofRoads])
const ofReleases = [figures.proposeRelease, figures.confirmRelease] as const
/** All about what is told outside. */
export const figureOperations = operationsOf(ofReleases)
const ofFigures = [figures.placeFund, ...ofReleases] as const

const ofTraining = [
  talks.proposeTalk,
  talks.checkTalk,
  talks.withdrawTalk,
  talks.countReached,
  talks.strikeReached,
  training.recordTraining,
  training.strikeTraining,
  training.requireTraining,
  training.giveDuty,
  training.endDuty,
  courses.proposeCourse,
  courses.checkCourse,
  courses.withdrawCourse,
  courses.recordJobsSeen,
  courses.countGraduates,
  courses.setTeamCover,
] as const
/** All about talks, training, courses and where teams go. */
export const trainingOperations = operationsOf(ofTraining)

const ofLinks = [links.setLink, links.linkSignIn, links.endLink] as const

/** Everything that can be done in a network: what is said to it is written in a journal of its own. */
export const networkOperations = operationsOf([
  funds.foundNetwork,
  funds.joinFund,
  funds.witnessFund,
  staff.appointStaff,
  staff.dismissStaff,
  staff.assignStaff,
  staff.endAssignment,
  ...ofPot,
  ...ofDirectory,
  ...ofAudits,
  ...ofAgreements,
  ...ofLinks,
  ...ofWatch,
  ...ofRegister,
  ...ofRoads,
  ...ofTraining,
  ...ofWarnings,
  ...ofFigures,
  ...ofPrices,
])

export type NetworkOperations = (typeof networkOperations.list)[number]
export type NetworkCommand = CommandOf<NetworkOperations>
export type NetworkBody = BodyOf<NetworkOperations>
export type LinkCommand = CommandOf<(typeof ofLinks)[number]>
export type LinkBody = BodyOf<(typeof ofLinks)[number]>
export type PotCommand = CommandOf<(typeof ofPot)[number]>
export type DirectoryCommand = CommandOf<(typeof ofDirectory)[number]>
export type DirectoryBody = BodyOf<(typeof ofDirectory)[number]>
export type AuditCommand = CommandOf<(typeof ofAudits)[number]>
export type AuditBody = BodyOf<(typeof ofAudits)[number]>
export type AgreementCommand = CommandOf<(typeof ofAgreements)[number]>
export type AgreementBody = BodyOf<(typeof ofAgreements)[number]>
export type WatchCommand = CommandOf<(typeof ofWatch)[number]>
export type WatchBody = BodyOf<(typeof ofWatch)[number]>
export type PotBody = BodyOf<(typeof ofPot)[number]>
export type RegisterCommand = CommandOf<(typeof ofRegister)[number]>
export type RoadCommand = CommandOf<(typeof ofRoads)[number]>
export type FigureBody = BodyOf<(typeof ofReleases)[number]>
export type FigureCommand = CommandOf<(typeof ofFigures)[number]>
export type RoadBody = BodyOf<(typeof ofRoads)[number]>
export type TrainingCommand = CommandOf<(typeof ofTraining)[number]>
export type TrainingBody = BodyOf<(typeof ofTraining)[number]>
export type WarningBody = BodyOf<(typeof ofWarnings)[number]>
export type WarningCommand = CommandOf<(typeof ofWarnings)[number]>
export type RegisterBody = BodyOf<(typeof ofRegister)[number]>
export type PriceCommand = CommandOf<(typeof ofPrices)[number]>
export type PriceBody = BodyOf<(typeof ofPrices)[number]>
