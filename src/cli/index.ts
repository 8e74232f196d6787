// better-sqlite3 ends the process on an older Node, without an error: this comes before anything that loads it.
if (Number(process.versions['napi']) < 10) {
  console.error(`Colligo needs Node 22.14 or later; this is Node ${process.versions.node}.`);
  process.exit(1);
}
// A reader that has seen enough, as in `colligo passages … | head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
