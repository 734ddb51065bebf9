export {
  Box,
  Button,
  ButtonIcon,
  ButtonLink,
  Card,
  Container,
  Flex,
  Grid,
  Link,
  Tab,
  TabList,
  TabPanel,
  Tabs,
  Text,
  Tooltip,
  TooltipTrigger,
  VisuallyHidden,
} from '@backstage/ui';
export * from './Alert';
export * from './chart';
export * from './Combobox';
export * from './ConfirmDialog';
export * from './CheckboxList';
export * from './DateField';
export * from './DateTimeField';
export * from './Empty';
export * from './ErrorBoundary';
export * from './ErrorState';
export * from './FormDialog';
export * from './focusFirst';
export * from './graph/StepsGraph';
export * from './icons';
export * from './InfoDialog';
export * from './Loading';
export * from './markdown';
export * from './MenuButton';
export * from './MultipleChoiceButton';
export * from './NavList';
export * from './OrderedChoice';
export * from './PageFrame';
export * from './Panel';
export * from './PersonName';
export * from './ProgressBar';
export * from './RemovableTag';
export * from './schemaForm';
export * from './SearchField';
export * from './Select';
export * from './shortcutProps';
export * from './SidebarLink';
export * from './SingleChoice';
export * from './Stars';
export * from './styles';
export * from './table';
export * from './TextArea';
export * from './TextField';
export * from './Time';
export * from './useIsInSight';
export * from './useIsNarrow';
export * from './useKeptFocus';
export * from './useShortcuts';
export * from './useToast';
export * from './Viewer';
