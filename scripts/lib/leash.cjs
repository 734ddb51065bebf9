// Loaded first into a process that a script starts and must not leave behind:
// when that script dies, however suddenly, the channel to it closes.
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 3_000).unref();
});
process.channel?.unref();
