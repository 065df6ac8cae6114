// Signing in and out, sessions, the big screen, the demo's accelerator.
export { AccountMenu, type AccountMenuProps } from './account-menu.tsx';
export { DemoBoostAction } from './demo-boost-action.tsx';
export { ScreenModeAction, useScreenMode } from './screen-mode-action.tsx';
export { SetPasswordPage } from './set-password-page.tsx';
export { SignInPage } from './sign-in-page.tsx';
