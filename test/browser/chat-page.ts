import type { BrowserContext, Locator, Page } from 'playwright-core'

/** The chat page as a person uses it, in a browser, on whatever server listens at `base`. */
export interface ChatPage {
  page: Page
  /** Everything that the browser complained about: scripts, refused resources, broken policies. */
  complaints: string[]
  /** Answers "who are you?" with the person of this name. */
  choose(name: string): Promise<void>
  /** Where one writes. */
  box: Locator
  /** Writes a text and sends it with Enter. */
  ask(text: string): Promise<void>
  /** Bubbles of the assistant and of the person, oldest first. */
  answers: Locator
  questions: Locator
  /** Waits for the assistant's bubble that has this text. */
  answer(text: string | RegExp): Promise<Locator>
  /** Pixels by which the page is wider than its window: 0 when nothing sticks out. */
  overflow(): Promise<number>
}

/** Opens the chat at `base` (like `http://127.0.0.1:3000`) in a new page of this size. */
export async function openChat(
  context: BrowserContext,
  base: string,
  size: { width: number; height: number },
): Promise<ChatPage> {
  const page = await context.newPage()
  await page.setViewportSize(size)
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  await page.goto(base)
  const box = page.getByRole('textbox', { name: 'Câu hỏi của bạn' })
  const answers = page.locator('.log .row.bot .bubble')
  return {
    page,
    complaints,
    box,
    choose: name => page.getByRole('button', { name }).click(),
    async ask(text) {
      await box.fill(text)
      await page.keyboard.press('Enter')
    },
    answers,
    questions: page.locator('.log .row.person .bubble'),
    async answer(text) {
      const bubble = answers.filter({ hasText: text }).last()
      await bubble.waitFor()
      return bubble
    },
    overflow: () => page.evaluate('document.documentElement.scrollWidth - innerWidth'),
  }
}
