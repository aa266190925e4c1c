// How much work something is, whatever else the machine does meanwhile.

/** The least CPU time that it took in some tries, in ms. */
export function leastCpuMs(work: () => unknown, tries = 3): number {
  const once = () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  return Math.min(...Array.from({ length: tries }, once));
}
