#!/usr/bin/env node
// Entry of every command. Plain JavaScript, so that an older Node can read it: it hands over to the Node 24 that
// "npm ci" brought, or says what is missing. Newer Nodes run the TypeScript sources as they are.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('./cli.ts', import.meta.url))
const bundled = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))

if (Number(process.versions.node.split('.')[0]) >= 24) {
  nodeModule.enableCompileCache?.(fileURLToPath(new URL('../node_modules/.cache/chitieu', import.meta.url)))
  // Whoever reads our output may stop reading, as "head" does.
  process.stdout.on('error', error => {
    if (error.code !== 'EPIPE') throw error
  })
  const { runCli } = await import('./cli.ts')
  process.exitCode = await runCli(process.argv.slice(2), process)
} else if (existsSync(bundled)) {
  const child = spawn(bundled, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
} else {
  console.error(`Node.js 24 or newer is needed to run ${cli} (this is ${process.versions.node}).`)
  process.exit(2)
}
