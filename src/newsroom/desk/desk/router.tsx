/** Every view of the desk has an address below /desk; its code is loaded when it is first visited. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import type { AnyRoute } from '@tanstack/react-router';
import { Trouble, Waiting } from '../../../design/desk/states.tsx';
import { Frame } from './frame.tsx';
import { NoSuchView } from './no-such-view.tsx';
import { parts } from './parts.ts';

const root = createRootRoute({ component: Frame, notFoundComponent: NoSuchView });

const routes: AnyRoute[] = parts
  .flatMap((part) => part.views)
  .map((view) =>
    createRoute({
      getParentRoute: () => root,
      path: view.path,
      component: lazyRouteComponent(view.load, 'View'),
      staticData: { whole: view.whole === true },
    }),
  );

export const router = createRouter({
  routeTree: root.addChildren(routes),
  basepath: '/desk',
  defaultPreload: 'intent',
  defaultPendingComponent: Waiting,
  defaultErrorComponent: ({ error, reset }) => <Trouble error={error} again={reset} />,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The view wants the whole window. */
    readonly whole?: boolean;
  }
}
