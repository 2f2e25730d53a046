/** Everything that surrounds the views: look, data, words, who works here. */
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { Trouble, Waiting } from '../../../design/desk/states.tsx';
import { ourColours, theme } from '../../../design/desk/theme.ts';
import { WordsProvider } from '../../../design/desk/words.tsx';
import { askIn, mayAskAgain, Problem } from '../../../platform/browser/api.ts';
import { interfaceLanguage } from '../../../platform/words/translate.ts';
import type { Language } from '../../../platform/words/words.ts';
import type { Me } from '../../staff/desk/lent.ts';
import { MeProvider } from '../../staff/desk/lent.ts';
import { router } from './router.tsx';
import { sentencesOf } from './sentences.ts';

const queries = new QueryClient({
  defaultOptions: { queries: { retry: mayAskAgain, staleTime: 15_000, refetchOnWindowFocus: true }, mutations: { retry: false } },
});

export function App({ nonce }: { readonly nonce: string }): ReactElement {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" cssVariablesResolver={ourColours} getStyleNonce={() => nonce}>
      <QueryClientProvider client={queries}>
        <Notifications position="bottom-right" limit={4} />
        <Spoken language={interfaceLanguage(document.documentElement.lang)}>
          <MeProvider waiting={<Waiting />} trouble={(error, again) => <SignInOr error={error} again={again} />}>
            {(me) => <Personal me={me} />}
          </MeProvider>
        </Spoken>
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** In the language that the person chose, which the page did not know if it was changed meanwhile. */
function Personal({ me }: { readonly me: Me }): ReactElement {
  const language = interfaceLanguage(me.language, interfaceLanguage(document.documentElement.lang));
  return (
    <Spoken language={language}>
      <RouterProvider router={router} />
    </Spoken>
  );
}

function Spoken({ language, children }: { readonly language: Language; readonly children: ReactElement }): ReactElement | null {
  const { data } = useQuery({ queryKey: ['sentences', language], queryFn: () => sentencesOf(language), staleTime: Infinity });
  useEffect(() => {
    document.documentElement.lang = language;
    askIn(language);
  }, [language]);
  if (data === undefined) return null;
  return (
    <WordsProvider language={language} sentences={data}>
      {children}
    </WordsProvider>
  );
}

function SignInOr({ error, again }: { readonly error: unknown; readonly again: () => void }): ReactElement {
  const out = error instanceof Problem && error.facts.status === 401;
  useEffect(() => {
    if (out) location.assign(`/desk/signin?next=${encodeURIComponent(location.pathname + location.search)}`);
  }, [out]);
  return out ? <Waiting /> : <Trouble error={error} again={again} />;
}
