export {
  Box,
  Button,
  ButtonIcon,
  ButtonLink,
  Card,
  Cell,
  Column,
  Container,
  Flex,
  Grid,
  Link,
  Row,
  Tab,
  TabList,
  TabPanel,
  TableBody,
  TableHeader,
  TableRoot,
  Tabs,
  Text,
  Tooltip,
  TooltipTrigger,
  VisuallyHidden,
} from '@backstage/ui';
export * from './Alert';
export * from './Combobox';
export * from './ConfirmDialog';
export * from './DataTable';
export * from './DateTimeField';
export * from './Empty';
export * from './ErrorBoundary';
export * from './ErrorState';
export * from './FormDialog';
export * from './icons';
export * from './Loading';
export * from './markdown';
export * from './MenuButton';
export * from './MultipleChoiceButton';
export * from './PageFrame';
export * from './Panel';
export * from './ProgressBar';
export * from './RemovableTag';
export * from './Select';
export * from './SingleChoice';
export * from './styles';
export * from './TextArea';
export * from './TextField';
export * from './Time';
export * from './useIsInSight';
export * from './useIsNarrow';
export * from './useToast';
export * from './Viewer';
