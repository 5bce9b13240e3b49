// Loaded before a program with `node --import`: its performance.now() then tells the processor's time of the process, ms.
performance.now = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
