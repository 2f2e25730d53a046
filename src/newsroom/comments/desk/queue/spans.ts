/** How long something takes, as people say it: 40 s, 12 min, 3 h 20 min, 2 d. */
import { useWords } from '../../../../design/desk/words.tsx';

const steps = [[86_400, 'day'], [3_600, 'hour'], [60, 'minute'], [1, 'second']] as const;

/** Seconds to words in the language of whoever works: the largest unit, or the two largest. */
export function useSpan(): (seconds: number, units?: 1 | 2) => string {
  const { locale } = useWords();
  const say = (value: number, unit: string) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  return (seconds, units = 1) => {
    const whole = Math.max(0, Math.round(seconds));
    const found = steps.findIndex(([step]) => whole >= step);
    const at = found === -1 ? steps.length - 1 : found;
    const [size, unit] = steps[at]!;
    const [smaller, name] = steps[at + 1] ?? [1, 'second'];
    const rest = Math.floor((whole % size) / smaller);
    const large = say(Math.floor(whole / size), unit);
    return units === 2 && size > 60 && rest > 0 ? `${large} ${say(rest, name)}` : large;
  };
}
