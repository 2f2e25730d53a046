/** How long something takes, as people say it: 40 s, 12 min, 3 h, 2 d. */
import { useWords } from '../../../../design/desk/words.tsx';

const steps = [[86_400, 'day'], [3_600, 'hour'], [60, 'minute'], [1, 'second']] as const;

/** Seconds to words in the language of whoever works; the largest unit alone. */
export function useSpan(): (seconds: number) => string {
  const { locale } = useWords();
  return (seconds) => {
    const whole = Math.max(0, Math.round(seconds));
    const [size, unit] = steps.find(([step]) => whole >= step) ?? steps[3];
    return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(Math.floor(whole / size));
  };
}
