// How much memory this process holds while long work is under way, fifth by fifth: whether that grows with the rows can be read
// from one run. All its threads are in it, what they share is in it once.

const LOOK_MS = 50;
const PARTS = 5;
const MB = 1e6;

/**
 * Looks by itself and whenever it is told how much is done, and says so on standard error after each fifth. The system's own peak
 * of a process holds that of the one which started it.
 */
export function watchMemory() {
  let [peak, ofPart, part] = [0, 0, 0];
  const look = () => {
    ofPart = Math.max(ofPart, process.memoryUsage.rss() / MB);
  };
  const looking = setInterval(look, LOOK_MS);
  return {
    tell(done: number, total: number): void {
      look();
      if (done === 0 || done < (total * (part + 1)) / PARTS) return;
      part += 1;
      const { rss, heapTotal } = process.memoryUsage();
      const [heap, rest] = [heapTotal / MB, (rss - heapTotal) / MB].map((mb) => mb.toFixed(1));
      const rows = done.toLocaleString('en-US');
      console.error(
        `${rows} rows: peak since the last ${ofPart.toFixed(1)} MB; now heap of the backend ${heap}, rest ${rest}`,
      );
      peak = Math.max(peak, ofPart);
      ofPart = 0;
    },
    /** The peak in MB. */
    stop(): number {
      clearInterval(looking);
      look();
      return Math.max(peak, ofPart);
    },
  };
}
