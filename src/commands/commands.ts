import { version } from './version.ts'
import type { Command } from './command.ts'
import { addAlias, listUnanswered } from './aliases.ts'
import { ask } from './ask.ts'
import { audit } from './audit.ts'
import { check } from './check.ts'
import { backup, restore } from './copies.ts'
import { digest } from './digest.ts'
import { evaluate, runJob } from './evaluate.ts'
import { history } from './history.ts'
import { importOne, listAllImports, load, undo } from './imports.ts'
import { inviteMember } from './invite.ts'
import { redrive } from './operation.ts'
import { outbox } from './outbox.ts'
import { settings } from './settings.ts'
import { personErase, personExport, purge } from './person.ts'
import { profileSuggest } from './profile.ts'
import { chats, leave, link, members, unlink } from './people.ts'
import { sendTest } from './send-test.ts'
import { subscriptions } from './subscriptions.ts'
import { start } from './start.ts'
import { assign } from './targets.ts'
import { template } from './template.ts'

/** Every command: the one list that usage and dispatch are made from. */
export const commands: readonly Command[] = [
  start,
  load,
  importOne,
  profileSuggest,
  template,
  listAllImports,
  undo,
  ask,
  evaluate,
  digest,
  runJob,
  outbox,
  redrive,
  sendTest,
  subscriptions,
  inviteMember,
  assign,
  addAlias,
  listUnanswered,
  settings,
  members,
  chats,
  link,
  unlink,
  leave,
  personExport,
  personErase,
  purge,
  audit,
  check,
  history,
  backup,
  restore,
  version,
]
