import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Where a Chromium is on this machine, or null. `CHROMIUM` in the environment names another one. */
export function findChromium(named: string | undefined): string | null {
  return [named, '/usr/bin/chromium'].find(path => path && existsSync(path)) ?? null
}

export const PHONE = { width: 360, height: 740 }
export const DESK = { width: 1280, height: 800 }

export interface Browser {
  context: BrowserContext
  close(): Promise<void>
}

/** Longest that anything on a page is waited for, milliseconds: a busy machine is no fault of the page. */
const MOST_MS = 300_000

/** A Chromium with an empty profile and a window of this size. */
export async function openBrowser(
  executablePath: string,
  viewport: { width: number; height: number },
  more: { colorScheme?: 'dark' | 'light'; hasTouch?: boolean; deviceScaleFactor?: number } = {},
): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'chitieu-browser-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    timeout: MOST_MS,
    headless: true,
    args: FLAGS,
    viewport,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    ...more,
  })
  context.setDefaultTimeout(MOST_MS)
  return {
    context,
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
