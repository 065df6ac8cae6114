// Owns the way in: who looks, in which language and scale, at which community. Refuses everything to the signed-out but
// the sign-in page.
import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntdApp } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onSignedOut, queryClient, setRequestLanguage } from '#api/client';
import { useCommunity } from '#api/community';
import { live } from '#api/live-store';
import { forgetViewer, useViewer, type Viewer } from '#api/viewer';
import { SetPasswordPage, SignInPage } from '#features/access';
import { browserLanguage, type Language } from '#i18n/index';
import { UiProvider } from '#ui/page';
import { ErrorState, MapSkeleton } from '#ui/state';
import { followHistory, setView, useView } from '#view/view-state';
import './app.css';
import { CommunityPage } from './community-page.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { NoCommunity } from './no-community.tsx';
import { PlainBand } from './plain-band.tsx';
import { usePageSize } from './use-size.ts';

const HOME_ZONE = 'Asia/Shanghai';

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Gate />
    </QueryClientProvider>
  );
}

function Gate() {
  const { viewer, error, refetch } = useViewer();
  const language = useLanguage(viewer);
  const code = useCommunityCode(viewer);
  const { community, isFetched } = useCommunity(viewer?.signedIn ? code : null);
  const size = usePageSize();
  const [token, setToken] = useState(() => new URLSearchParams(location.search).get('password'));
  useEffect(followHistory, []);
  useEffect(
    () =>
      onSignedOut(() => {
        live.stop();
        void forgetViewer();
      }),
    [],
  );
  const content = () => {
    if (token !== null) return <SetPasswordPage token={token} onDone={() => setToken(forgetToken())} />;
    if (!viewer) return error ? <Unreachable onRetry={() => void refetch()} /> : <MapSkeleton />;
    if (!viewer.signedIn) return <SignInPage viewer={viewer} />;
    if (community) return <CommunityPage community={community} viewer={viewer} />;
    return code === null || isFetched ? <NoCommunity viewer={viewer} /> : <MapSkeleton />;
  };
  return (
    <UiProvider
      language={language}
      timeZone={community?.timeZone ?? HOME_ZONE}
      mode={viewer?.screen ? 'screen' : 'desk'}
      touch={size === 'phone'}
    >
      <AntdApp component={false}>
        <Title name={community?.name} />
        {viewer?.screen ? null : <PlainBand />}
        <ErrorBoundary resetKey={viewer?.username ?? ''}>{content()}</ErrorBoundary>
      </AntdApp>
    </UiProvider>
  );
}

function Title({ name }: { readonly name: string | undefined }) {
  const { t } = useTranslation();
  const product = t('common.productName');
  useEffect(() => {
    document.title = name === undefined ? product : `${name} · ${product}`;
  }, [name, product]);
  return null;
}

/**
 * The address's language, else the account's, else the browser's (the server answers both as the viewer's), else Chinese.
 * Answers come in it too, so a change asks again.
 */
function useLanguage(viewer: Viewer | null): Language {
  const chosen = useView((view) => view.lang);
  const answered = viewer && (viewer.language === 'EN' ? 'en' : 'zh');
  const language = chosen ?? answered ?? browserLanguage(navigator.languages);
  setRequestLanguage(language);
  const answeredIn = useRef(language);
  useEffect(() => {
    if (answeredIn.current !== language) void queryClient.invalidateQueries();
    answeredIn.current = language;
  }, [language]);
  return language;
}

/** The address's community where the viewer belongs to it, else their first. */
function useCommunityCode(viewer: Viewer | null): string | null {
  const asked = useView((view) => view.community);
  const own = viewer?.memberships ?? [];
  // An administrator may look at a community without belonging to it.
  const allowed =
    asked !== null &&
    (own.some(({ community }) => community === asked) || viewer?.permissions.includes('administer') === true);
  const code = allowed ? asked : (own[0]?.community ?? null);
  useEffect(() => {
    if (viewer?.signedIn && code !== asked) setView({ community: code }, { replace: true });
  }, [viewer?.signedIn, code, asked]);
  return code;
}

function forgetToken(): null {
  history.replaceState(null, '', location.pathname);
  return null;
}

function Unreachable({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <ErrorState
      failed={t('errors.signInFailed')}
      safe={t('errors.signInSafe')}
      next={t('errors.signInNext')}
      onRetry={onRetry}
    />
  );
}
