import { PluginHeader } from '@backstage/ui';
import type { ReactElement, ReactNode } from 'react';

/** What stands around the content of a page. */
export interface PageFrameProps {
  title: string;
  icon: ReactElement;
  /** Where the title leads to. */
  titleLink: string;
  headerActions: (JSX.Element | null)[];
  tabs: { id: string; label: string; href: string }[];
  children: ReactNode;
}

/** The frame of a page in the classic frontend system; the new one has its own. */
export function PageFrame(props: PageFrameProps) {
  return (
    <>
      <PluginHeader
        title={props.title}
        icon={props.icon}
        titleLink={props.titleLink}
        customActions={props.headerActions}
        tabs={props.tabs.map(tab => ({ ...tab, matchStrategy: 'prefix' }))}
      />
      {props.children}
    </>
  );
}
