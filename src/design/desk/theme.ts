/** The look of the journalists' app: paper, ink, one restrained blue; colours themselves stand in desk.css for both schemes. */
import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';

const ink: MantineColorsTuple = ['#eef4fa', '#d9e6f2', '#b3cde4', '#8fbde6', '#6a9fd0', '#2f6ea6', '#1d5a94', '#174d80', '#133f69', '#0d2e4d'];

// Mantine's own greys are blue; paper's are warm.
const gray: MantineColorsTuple = ['#faf8f5', '#f4f1ec', '#eae6df', '#ddd8cf', '#c9c3b8', '#aaa397', '#7c766b', '#5f5a52', '#3d3a35', '#1d1b18'];
const dark: MantineColorsTuple = ['#ece8e0', '#cfc9be', '#b0aaa0', '#7b766d', '#45423c', '#33312c', '#26241f', '#1d1c19', '#171614', '#11100f'];

const sans = '"Libre Franklin", F-arial, F-roboto, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif';

export const theme = createTheme({
  fontFamily: sans,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "Liberation Mono", monospace',
  headings: { fontFamily: sans, fontWeight: '650' },
  colors: { ink, gray, dark },
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 5 },
  autoContrast: true,
  luminanceThreshold: 0.34,
  defaultRadius: 'sm',
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.25rem' },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35 }, transitionProps: { duration: 120 } } },
    Drawer: { defaultProps: { overlayProps: { backgroundOpacity: 0.3 }, transitionProps: { duration: 160 } } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } },
  },
});

/** Mantine's own names for our colours, so that its parts and ours are of one piece. */
export const ourColours: CSSVariablesResolver = () => {
  const ours = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-placeholder': 'var(--ink-faint)',
    '--mantine-color-default': 'var(--paper-raised)',
    '--mantine-color-default-hover': 'var(--ground)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--edge)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--alarm)',
    '--mantine-color-disabled-color': 'var(--ink-faint)',
  };
  return { variables: {}, light: ours, dark: ours };
};
