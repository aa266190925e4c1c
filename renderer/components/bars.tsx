// Small charts of the queue, for a quick look. Every bar also has its number as text.

export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly said: string;
  /** One bar, or several side by side. */
  readonly parts: readonly { readonly n: number; readonly kind: string }[];
}

const HEIGHT = 64;
const WIDTH = 300;
const GAP = 5;

interface BarsProps {
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly labelEvery?: number;
  /** Vertical lines at bars, for events. */
  readonly marks?: readonly { readonly at: number; readonly said: string }[];
}

export function Bars({ title, bars, labelEvery = 1, marks = [] }: BarsProps) {
  const most = Math.max(1, ...bars.flatMap((bar) => bar.parts.map((part) => part.n)));
  const step = WIDTH / bars.length;
  return (
    <figure className="bars">
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT + 1}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${title}: ${[...bars, ...marks].map(({ said }) => said).join('; ')}`}
      >
        <line x1="0" y1={HEIGHT + 0.5} x2={WIDTH} y2={HEIGHT + 0.5} className="axis" />
        {bars.map(({ key, said, parts }, at) => {
          const width = (step - GAP) / parts.length;
          return (
            <g key={key}>
              <title>{said}</title>
              <rect x={at * step} y="0" width={step} height={HEIGHT} className="hit" />
              {parts.map(({ n, kind }, index) => {
                const height = n === 0 ? 0 : Math.max(2, (HEIGHT * n) / most);
                return (
                  <rect
                    key={kind}
                    className={`bar-${kind}`}
                    x={at * step + GAP / 2 + index * width}
                    y={HEIGHT - height}
                    width={Math.max(1, width - 1)}
                    height={height}
                    rx="1"
                  />
                );
              })}
            </g>
          );
        })}
        {marks.map(({ at, said }) => (
          <g key={`${at} ${said}`} className="mark-line">
            <title>{said}</title>
            <line x1={(at + 0.5) * step} y1="-4" x2={(at + 0.5) * step} y2={HEIGHT} />
          </g>
        ))}
      </svg>
      {/* Beside the picture and not in it: letters keep their size, however wide it is drawn. */}
      <div className="bar-labels" data-few={labelEvery > 1 || undefined} aria-hidden="true">
        {bars.map(
          ({ key, label }, at) =>
            at % labelEvery === 0 && (
              <span key={key} style={{ left: at === 0 && labelEvery > 1 ? 0 : `${((at + 0.5) / bars.length) * 100}%` }}>
                {label}
              </span>
            ),
        )}
      </div>
    </figure>
  );
}
