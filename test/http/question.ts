import { DIRECTOR } from '../channels/web/people.ts'

/** A question of the director, as the page sends it. */
export const question = (change: Record<string, unknown> = {}) => ({
  method: 'POST' as const,
  url: '/chat/messages',
  payload: { member: DIRECTOR.member, id: 'a1', text: 'tuần này bao nhiêu?', ...change },
})
