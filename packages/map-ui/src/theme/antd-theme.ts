// Owns how Ant Design is told to look like the rest: paper, ink, no shadow, no radius over 2. Refuses data colours.
import type { ThemeConfig } from 'antd';
import { COLOURS, type DisplayMode, FONT_FAMILY, TARGET_SIZE, TYPE, WEIGHT } from './tokens.ts';

/**
 * Ant Design tokens derived from ours.
 *
 * @param mode hall mode takes the second scale: 28 px text, controls of 56 px
 * @param touch true on phones: controls reach 44 px
 */
export function antdTheme(mode: DisplayMode, touch = false): ThemeConfig {
  const type = TYPE[mode];
  const deskControl = touch ? TARGET_SIZE : 36;
  return {
    token: {
      colorPrimary: COLOURS.action,
      colorLink: COLOURS.action,
      colorInfo: COLOURS.action,
      colorSuccess: COLOURS.action,
      colorWarning: COLOURS.ink,
      colorError: COLOURS.alarm,
      colorBgBase: COLOURS.paper,
      colorBgContainer: COLOURS.paper,
      colorBgElevated: COLOURS.paper,
      colorBgLayout: COLOURS.paper,
      colorTextBase: COLOURS.ink,
      colorTextSecondary: mode === 'screen' ? COLOURS.secondaryScreen : COLOURS.secondary,
      colorTextDescription: mode === 'screen' ? COLOURS.secondaryScreen : COLOURS.secondary,
      colorTextPlaceholder: COLOURS.secondary,
      colorBorder: COLOURS.ruleStrong,
      colorBorderSecondary: COLOURS.rule,
      colorSplit: COLOURS.rule,
      fontFamily: `'${FONT_FAMILY}', sans-serif`,
      fontSize: type.body,
      fontSizeSM: type.small,
      fontSizeLG: type.lead,
      fontWeightStrong: WEIGHT.semibold,
      borderRadius: 2,
      borderRadiusXS: 2,
      borderRadiusSM: 2,
      borderRadiusLG: 2,
      boxShadow: 'none',
      boxShadowSecondary: 'none',
      boxShadowTertiary: 'none',
      controlHeight: mode === 'screen' ? 56 : deskControl,
      controlOutlineWidth: 0,
      lineWidth: 1,
      motionDurationSlow: '0.2s',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: WEIGHT.semibold },
      Modal: { boxShadow: 'none' },
      Table: {
        headerBg: COLOURS.paper,
        headerColor: COLOURS.secondary,
        rowHoverBg: COLOURS.wash,
        rowSelectedBg: COLOURS.wash,
      },
      Tooltip: { colorBgSpotlight: COLOURS.ink },
    },
  };
}
