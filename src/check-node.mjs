// Run by whichever Node is on the path, so it is plain JavaScript: says in one sentence what is missing.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    `Node.js 24 or newer is needed (this is ${process.versions.node}); on Linux x64 "npm ci" brings it, otherwise install it from nodejs.org.`,
  )
  process.exit(2)
}
