// The SQLite binding needs Node-API 10 and crashes without a word on less, so this comes before it is loaded.
if (Number(process.versions['napi']) < 10) {
  console.error(`Colligo needs Node 22.14 or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}

const { run } = await import('./run.ts');
await run(process.argv.slice(2));

export {};
