export type {
  DeadAddress,
  MailMode,
  MailState,
  QuarantinedMail,
  QuarantineReason,
  TicketMails,
  TroubledMail,
} from './MailClient';
export {
  useDeadAddresses,
  useFailedMails,
  useHasMail,
  useMailChange,
  useMailClient,
  useMailMode,
  useQuarantine,
  useQuarantinedMail,
  useTicketMails,
  useTroubledMails,
} from './useMails';
