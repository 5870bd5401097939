import { answerQuestion } from '../answers/answer-question.ts'
import type { Answer } from '../answers/answer.ts'
import { scopeOf } from '../answers/scope.ts'
import { factsOf } from '../ask/intents/facts.ts'
import type { Question } from '../ask/question.ts'
import type { Reading } from '../ask/reading.ts'
import { isGoBack } from '../ask/conversation/chosen-text.ts'
import { readQuestion } from '../ask/read-question.ts'
import type { Words } from '../i18n/words.ts'
import type { Message } from '../lib/message.ts'
import { sayContext } from '../replies/phrases/context.ts'
import type { SayContext } from '../replies/phrases/context.ts'
import { questionOfCommand } from '../replies/phrases/features.ts'
import { saySystem } from '../replies/say-system.ts'
import { actFormIn } from './act-forms.ts'
import { askedAct, explanationTurn, formTurn } from './acts.ts'
import { goBack, previousQuestion, remember } from './conversation.ts'
import { lexiconOf } from './lexicons.ts'
import { sayTogether } from '../replies/answers/together.ts'
import { withSharedIndicators } from './shared-questions.ts'
import { joinMessages, sayOne } from './say-one.ts'
import { recentlyDone } from './saying.ts'
import type { Effect } from './effects.ts'
import { LONGEST_TEXT } from './flood-guard.ts'
import { inSight } from './in-sight.ts'
import type { Turn, TurnContext, TurnInput } from './turn.ts'

/**
 * Text of a linked member → what is said and what changes. Reads, never writes: the caller stores the outcome.
 * The same rows, text, member, moment and conversation give the same turn.
 */
export async function converse(input: TurnInput): Promise<Turn> {
  const { words, member, scene } = input
  const say = sayContext(scene, words, member)
  const turn: TurnContext = { ...input, say }
  const text = input.text.trim()
  if (text === '') return plainTurn(turn, saySystem({ about: 'empty' }, say))
  if (text.length > LONGEST_TEXT)
    return plainTurn(turn, saySystem({ about: 'tooLong', limit: LONGEST_TEXT }, say))
  if (turn.olderAt !== undefined && NUMBER.test(text))
    return { ...plainTurn(turn, saySystem({ about: 'expiredChoice' }, say)), conversation: turn.conversation }
  if (turn.isForeign === true && (NUMBER.test(text) || actFormIn(text) !== null)) return notYoursTurn(turn)
  const choice = chosenByNumber(text, turn)
  const chosen = choice ?? text
  const form = actFormIn(chosen)
  const pressed = turn.pressed === true || choice !== undefined
  const acted = form && (await formTurn({ ...turn, text: chosen, pressed }, form))
  if (acted) return acted
  if ((form?.do === 'yes' || form?.do === 'no') && !isChoosing(turn)) return await unaskedTurn(turn, pressed)
  if (isGoBack(text, lexiconOf(scene.catalog))) return await goBackTurn(turn)
  const command = commandText(words, text)
  if (Array.isArray(turn.conversation.explaining) && command === null && form === null)
    return await explanationTurn(turn)
  return await questionTurn(turn, command ?? text)
}

/** Said under a message that is not the person's: nothing is done, and what was talked about stays. */
function notYoursTurn(turn: TurnContext): Turn {
  return { ...plainTurn(turn, saySystem({ about: 'notYours' }, turn.say)), conversation: turn.conversation }
}

/** What was asked last is which of several things is meant. */
function isChoosing({ conversation }: TurnContext): boolean {
  return conversation.choices.length > 0 && previousQuestion(conversation)?.intent === 'clarify'
}

/** A yes or a no for which nothing waits: a second press on what is done, or a courtesy ("ok"), which is answered as one. */
async function unaskedTurn(turn: TurnContext, pressed: boolean): Promise<Turn> {
  const about = recentlyDone(turn).length > 0 ? 'alreadyDone' : 'nothingWaits'
  const said = { ...plainTurn(turn, saySystem({ about }, turn.say)), conversation: turn.conversation }
  if (pressed) return said
  const read = await questionTurn(turn, turn.text.trim())
  return read.questions.every(({ intent }) => intent === 'greeting') ? read : said
}

const NUMBER = /^\d{1,2}$/

/** What the choice of that number sends: an act may be chosen so. */
function chosenByNumber(text: string, { conversation, isToldSince }: TurnContext): string | undefined {
  return NUMBER.test(text) && isToldSince !== true ? conversation.choices[Number(text) - 1]?.send : undefined
}

/** `/xep_hang@Bot` → the question that the command stands for; null when the text is no known command. */
export function commandText(words: Words, text: string): string | null {
  const command = /^\/([a-z0-9_]+)(?:@\w+)?$/.exec(text)?.[1]
  if (command === undefined) return null
  return questionOfCommand(words, command === 'start' ? 'help' : command)
}

async function questionTurn(turn: TurnContext, text: string): Promise<Turn> {
  const { scene, member, conversation } = turn
  const reading = readQuestion(text, lexiconOf(scene.catalog), {
    unit: member.unit,
    scope: scopeOf(scene, member),
    today: scene.moment.today,
    previous: previousQuestion(conversation),
    earlier: conversation.history.slice(0, -1),
    shown: conversation.shown ?? [],
    focus: conversation.focus ?? null,
    act: conversation.act ?? null,
    pendingChoices: conversation.choices,
  })
  const [wish, ...wishes] = reading.questions.filter(({ intent }) => factsOf(intent).act)
  if (wish && turn.isForeign === true) return notYoursTurn(turn)
  const act = wish && wishes.length === 0 ? await askedAct(turn, wish) : null
  if (wish && act) return { ...(await actTurn(turn, act, reading)), explain: () => reading.explain }
  const missed = missedChoice(turn, text, reading.questions)
  if (missed) return { ...plainTurn(turn, missed), conversation }
  const said = await answerAll(turn, reading.questions, reading.halfUnderstood)
  const unanswered = said.questions.some(
    ({ intent, unknownReason, notAnswered }) =>
      notAnswered.length > 0 || (intent === 'unknown' && unknownReason === 'not_understood'),
  )
  const effects: Effect[] = unanswered ? [...said.effects, { do: 'keep_unanswered', text }] : said.effects
  const last = reading.questions.findLast(continues) ?? null
  const answered = said.answers.at(-1)
  const message =
    answered && answered.question.intent !== 'clarify' ? withDoubt(said.message, turn) : said.message
  return {
    ...said,
    message,
    effects,
    conversation: {
      ...remember(conversation, last && withoutEmptyDays(last, answered), message.choices),
      asked: text,
      ...inSight(conversation, last, answered, member.unit),
    },
    explain: () => reading.explain,
  }
}

/** What is wanted besides is answered, and then it is asked whether the act is meant. */
async function actTurn(turn: TurnContext, act: Turn, { questions, halfUnderstood }: Reading): Promise<Turn> {
  const wish = questions.find(({ intent }) => factsOf(intent).act)!
  const kept = { ...act.conversation, act: wish.intent }
  const others = questions.filter(one => one !== wish)
  if (others.length === 0) return { ...act, questions: [...questions], conversation: kept }
  const said = await answerAll(turn, others, halfUnderstood)
  const { choices } = joinMessages([act.message, said.message])
  const last = others.findLast(continues) ?? null
  return {
    ...act,
    questions: [...said.questions, wish],
    answers: said.answers,
    message: { ...joinMessages([said.message, act.message]), choices },
    conversation: { ...kept, ...remember(kept, last, choices) },
    effects: [...said.effects, ...act.effects],
  }
}

/** Under every answer one can say that it is not what was meant. */
function withDoubt(message: Message, { words }: TurnContext): Message {
  const doubt = { label: words.say('choices.wrong.label'), send: words.say('choices.wrong.send') }
  return { ...message, choices: [...message.choices, doubt] }
}

/** Days that have no figures are not taken over by the next question. */
function withoutEmptyDays(question: Question, answer: Answer | undefined): Question {
  const figures = answer?.figures ?? []
  const empty = figures.length > 0 && figures.every(({ reason }) => reason === 'no_data')
  return empty ? { ...question, period: null } : question
}

/** What is said to a bare number that no choice has, where nothing else was understood of it. */
function missedChoice(
  { say, conversation }: TurnContext,
  text: string,
  questions: readonly Question[],
): Message | null {
  if (!NUMBER.test(text) || questions.some(({ intent }) => intent !== 'unknown')) return null
  if (conversation.choices.length === 0) return saySystem({ about: 'expiredChoice' }, say)
  return saySystem({ about: 'noSuchChoice', number: Number(text) }, say)
}

/** Whether a follow-up may lean on the question. */
function continues({ intent }: Question): boolean {
  return intent !== 'unknown' && intent !== 'greeting' && intent !== 'help'
}

async function answerAll(
  turn: TurnContext,
  questions: readonly Question[],
  halfUnderstood: boolean,
): Promise<Pick<Turn, 'questions' | 'answers' | 'message' | 'effects'>> {
  const answers: Answer[] = []
  const messages: Message[] = []
  const effects: Effect[] = []
  const shared = withSharedIndicators(questions)
  for (const question of shared) {
    const answer = await answerQuestion({ ...turn, question })
    const said = await sayOne(turn, answer, halfUnderstood)
    answers.push(answer)
    messages.push(said.message)
    effects.push(...said.effects)
  }
  const message = joinMessages(together(answers, messages, turn.say))
  const asked = answers.map(({ question }) => question)
  return { questions: asked, answers, message, effects }
}

/** The messages in order; those about one figure that stand next to each other as one. */
function together(answers: readonly Answer[], messages: readonly Message[], say: SayContext): Message[] {
  const said: Message[] = []
  for (let at = 0; at < answers.length;) {
    let end = answers.length
    let message: Message | null = null
    while (end - at > 1 && (message = sayTogether(answers.slice(at, end), say)) === null) end--
    said.push(message ?? messages[at]!)
    at = end
  }
  return said
}

async function goBackTurn(turn: TurnContext): Promise<Turn> {
  const conversation = goBack(turn.conversation)
  const question = previousQuestion(conversation)
  if (!question) return plainTurn(turn, saySystem({ about: 'nothingBefore' }, turn.say))
  const said = await answerAll(turn, [question], false)
  return { ...said, conversation: { ...conversation, choices: said.message.choices }, explain: null }
}

function plainTurn(turn: Pick<TurnContext, 'conversation'>, message: Message): Turn {
  const conversation = remember(turn.conversation, null, message.choices)
  return { questions: [], answers: [], message, conversation, effects: [], explain: null }
}
