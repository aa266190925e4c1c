// The desk's Mantine theme: one accent, small radii, the desk's typeface.
import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The US Web Design System's blue in the middle, its dark-mode variants above. */
const blue: MantineColorsTuple = [
  '#eff6fb',
  '#d9e8f6',
  '#b6d5ee',
  '#94c3e8',
  '#73b3e7',
  '#3d94d8',
  '#1a75bb',
  '#005ea2',
  '#0b4778',
  '#112f4e',
];

export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  colors: { blue },
  fontFamily: "'Source Sans 3', 'Segoe UI', system-ui, sans-serif",
  defaultRadius: 6,
  fontSizes: { xs: '12px', sm: '13.5px', md: '13.5px', lg: '15px', xl: '18px' },
  headings: { fontWeight: '600' },
  components: {
    // A closed list is not in the page: its place was worked out anew, and the page laid out for it, at every case.
    Combobox: { defaultProps: { keepMounted: false } },
    // What a field is for stands below it, so that fields in a row are in line.
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    Modal: {
      defaultProps: {
        centered: false,
        yOffset: '12vh',
        overlayProps: { backgroundOpacity: 0.3 },
        transitionProps: { duration: 0 },
        // The page does not scroll; to lock it, a style sheet was added and the page styled and measured at each opening.
        lockScroll: false,
      },
    },
    Spotlight: { defaultProps: { lockScroll: false } },
  },
});
