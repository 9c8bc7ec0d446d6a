import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core';

/** The accent, from #e3f2f0 to #0b1f1d; the light look uses step 7, the dark one step 4. */
const accent: MantineColorsTuple = [
  '#e3f2f0',
  '#c3e7e2',
  '#9adbd3',
  '#5fd6c8',
  '#2dd4bf',
  '#14b8a6',
  '#0d9488',
  '#0f766e',
  '#115e59',
  '#0b1f1d',
];

/** Mantine's dark greys, from ink to background, as in tokens.css. */
const dark: MantineColorsTuple = [
  '#e6ebef',
  '#c6cfd7',
  '#9aa7b4',
  '#8494a3',
  '#3a4753',
  '#26313b',
  '#1c242c',
  '#171e25',
  '#131a20',
  '#10151a',
];

/** Mantine's components in our type, spaces and colours, which are those of tokens.css. */
export const theme = createTheme({
  fontFamily: 'Inter, sans-serif',
  fontFamilyMonospace: '"JetBrains Mono", monospace',
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  // Mantine weighs the contrast in the light look only; on the dark one's accent, type is dark.
  variantColorResolver: (input) => ({
    ...defaultVariantColorsResolver(input),
    ...(input.variant === 'filled' && input.color === 'accent' && { color: 'var(--on-accent)' }),
  }),
  colors: { accent, dark },
  defaultRadius: 6,
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  fontSizes: { xs: '11.5px', sm: '12px', md: '13px', lg: '15px', xl: '19px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.4', xl: '1.3' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '19px', lineHeight: '1.3' },
      h2: { fontSize: '13px', lineHeight: '1.45' },
      h3: { fontSize: '12px', lineHeight: '1.45' },
    },
  },
  components: {
    Button: { defaultProps: { size: 'xs', variant: 'default' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs', allowDeselect: false, comboboxProps: { shadow: 'sm' } } },
    MultiSelect: { defaultProps: { size: 'xs', comboboxProps: { shadow: 'sm' } } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Tabs: { defaultProps: { keepMounted: false } },
    Menu: { defaultProps: { shadow: 'sm', withInitialFocusPlaceholder: false } },
    Popover: { defaultProps: { shadow: 'sm' } },
    Modal: { defaultProps: { centered: true, shadow: 'sm', transitionProps: { duration: 100 } } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false } },
  },
});

const ours = {
  '--mantine-color-body': 'var(--card)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--secondary)',
  '--mantine-color-placeholder': 'var(--secondary)',
  '--mantine-color-default': 'var(--card)',
  '--mantine-color-default-hover': 'var(--tint)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--edge)',
  '--mantine-color-error': 'var(--critical)',
  '--mantine-color-anchor': 'var(--accent)',
};

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: ours,
  dark: { ...ours, '--mantine-color-dark-6': 'var(--card)' },
});
