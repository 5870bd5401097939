import type { Command } from './command.ts'

/**
 * Every command by its name: the one list that usage and dispatch are made from. What a command is made of is loaded
 * when it is called: a start needs no reader of files.
 */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).start,
  load: async () => (await import('./imports.ts')).load,
  import: async () => (await import('./imports.ts')).importOne,
  'profile suggest': async () => (await import('./profile.ts')).profileSuggest,
  template: async () => (await import('./template.ts')).template,
  imports: async () => (await import('./imports.ts')).listAllImports,
  undo: async () => (await import('./imports.ts')).undo,
  ask: async () => (await import('./ask.ts')).ask,
  evaluate: async () => (await import('./evaluate.ts')).evaluate,
  digest: async () => (await import('./digest.ts')).digest,
  run: async () => (await import('./evaluate.ts')).runJob,
  outbox: async () => (await import('./outbox.ts')).outbox,
  'outbox redrive': async () => (await import('./operation.ts')).redrive,
  'send-test': async () => (await import('./send-test.ts')).sendTest,
  subscriptions: async () => (await import('./subscriptions.ts')).subscriptions,
  invite: async () => (await import('./invite.ts')).inviteMember,
  'targets assign': async () => (await import('./targets.ts')).assign,
  alias: async () => (await import('./aliases.ts')).addAlias,
  unanswered: async () => (await import('./aliases.ts')).listUnanswered,
  settings: async () => (await import('./settings.ts')).settings,
  members: async () => (await import('./people.ts')).members,
  chats: async () => (await import('./people.ts')).chats,
  link: async () => (await import('./people.ts')).link,
  unlink: async () => (await import('./people.ts')).unlink,
  leave: async () => (await import('./people.ts')).leave,
  'person export': async () => (await import('./person.ts')).personExport,
  'person erase': async () => (await import('./person.ts')).personErase,
  purge: async () => (await import('./person.ts')).purge,
  audit: async () => (await import('./audit.ts')).audit,
  check: async () => (await import('./check.ts')).check,
  history: async () => (await import('./history.ts')).history,
  backup: async () => (await import('./copies.ts')).backup,
  restore: async () => (await import('./copies.ts')).restore,
  version: async () => (await import('./version.ts')).version,
}
