import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, TreeItem, TreeItemContent } from 'react-aria-components';
import { Icon } from './Icon.tsx';

/**
 * The heading of a group in a list that is a tree: it folds its rows away, and says how many there are.
 * @param label the whole row in words, for those who hear it
 */
export function GroupRow({
  id,
  title,
  label,
  count,
  children,
}: {
  id: string;
  title: string;
  label: string;
  count: number;
  children: ReactNode;
}) {
  return (
    <TreeItem id={id} textValue={title} aria-label={label} className="tree-row group ps-group">
      <TreeItemContent>
        <div className="in">
          <Button slot="chevron" className="tw">
            <Icon of={ChevronRight} size={12} />
          </Button>
          <bdi className="grow clip">{title}</bdi>
          <span className="num">{count}</span>
        </div>
      </TreeItemContent>
      {children}
    </TreeItem>
  );
}
