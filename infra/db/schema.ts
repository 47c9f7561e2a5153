import { defineEntity, p } from '@mikro-orm/core'

/*
 * One set of schemas for every host. Only this file defines entities, so that their order, and with it
 * the compiled functions of the edge, never depends on who imports what first. The guards that no
 * entity can express (triggers, checks) stand in the migrations.
 */

export const EntrySchema = defineEntity({
  name: 'Entry',
  tableName: 'entry',
  properties: {
    fundId: p.string().primary(),
    seq: p.integer().primary(),
    id: p.string(),
    type: p.string(),
    v: p.integer(),
    effectiveOn: p.string(),
    recordedAt: p.string(),
    recordedBy: p.string(),
    device: p.string(),
    commandHash: p.string(),
    reverses: p.string().nullable(),
    data: p.text(),
    prevHash: p.string(),
    hash: p.string(),
  },
  uniques: [{ properties: ['fundId', 'id'] }],
})

export const PostingSchema = defineEntity({
  name: 'Posting',
  tableName: 'posting',
  properties: {
    fundId: p.string().primary(),
    seq: p.integer().primary(),
    line: p.integer().primary(),
    entryType: p.string(),
    effectiveOn: p.string(),
    account: p.string(),
    currency: p.string(),
    bookOn: p.string(),
    amount: p.integer(),
  },
  indexes: [{ properties: ['fundId', 'account', 'bookOn'] }],
})

export const BalanceSchema = defineEntity({
  name: 'Balance',
  tableName: 'balance',
  properties: {
    fundId: p.string().primary(),
    account: p.string().primary(),
    currency: p.string().primary(),
    bookOn: p.string().primary(),
    closing: p.integer().primary(),
    amount: p.integer(),
  },
})

export const FlagSchema = defineEntity({
  name: 'Flag',
  tableName: 'flag',
  properties: {
    fundId: p.string().primary(),
    seq: p.integer().primary(),
    flag: p.string().primary(),
    entryType: p.string(),
    effectiveOn: p.string(),
    subject: p.string(),
  },
})

export const SubjectSchema = defineEntity({
  name: 'Subject',
  tableName: 'subject',
  properties: {
    fundId: p.string().primary(),
    kind: p.string().primary(),
    key: p.string().primary(),
    data: p.text(),
  },
})

export const NoteSchema = defineEntity({
  name: 'Note',
  tableName: 'note',
  properties: {
    fundId: p.string().primary(),
    subject: p.string().primary(),
    text: p.text(),
  },
})

export const entities = [
  EntrySchema,
  PostingSchema,
  BalanceSchema,
  FlagSchema,
  SubjectSchema,
  NoteSchema,
]
