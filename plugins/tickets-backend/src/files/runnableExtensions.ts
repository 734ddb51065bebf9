/**
 * Extensions with which the content of a text file decides what is run when
 * the file is opened, on a common system with its usual programs. Chosen after
 * what mail programs, browsers and systems hold back, as of 2026.
 */
const bySystem = {
  /** Programs, scripts and what installs or configures. */
  windows:
    'app appcontent-ms appinstaller application appref-ms appx appxbundle bas bat ' +
    'cdxml chm cmd cnt com command cpl diagcab diagcfg diagpkg ' +
    'deskthemepack dll drv exe gadget grp hlp hpj hta htc ica inf ins internetconnect isp ' +
    'its job js jse ksh library-ms lnk mapimail mcf mht mhtml mof msc msh msh1 ' +
    'msh1xml msh2 msh2xml mshxml msi msix msixbundle msp mst msu ocx osd pif pl ' +
    'ppkg prf prg printerexport ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psdm1 psm1 ' +
    'pssc py pyc pyo pyw pyz pyzw rbw rdp reg rgs scf scr sct search-ms ' +
    'searchconnector-ms settingcontent-ms shb shs sys theme themepack udl url vb ' +
    'vbe vbp vbs vsmacros vsw wcx website ws wsb wsc wsf wsh xbap xnk xrm-ms',
  /** Documents that bring macros or queries, which may be written as text. */
  office:
    'accda accde accdr accdt accdu ade adp docm dotm dqy iqy mad maf mag mam maq mar mas ' +
    'mau mav maw mda mdb mde mdt mdw mdz odc ops oqy potm ppa ppam ppsm pptm ' +
    'rqy sldm slk vdw vsto wbk wiz wll xla xlam xld xll xlm xlsm xltm xlw',
  mac:
    'afploc applescript dmg fileloc ftploc inetloc kext mobileconfig ' +
    'mpkg osax pkg prefpane qlgenerator scpt scptd shortcut terminal tool ' +
    'vncloc webloc wflow workflow',
  linux: 'appimage desktop flatpak flatpakref flatpakrepo run',
  java: 'class jar jnlp',
  /** What browsers open and run, beside the types that they call so. */
  browser: 'crx htt maff mhtm shtm stm svgz swf webarchive xbl xpi',
} as const;

export const runnableExtensions: ReadonlySet<string> = new Set(
  Object.values(bySystem).join(' ').split(' '),
);

/** Identifiers of shell objects of Windows, which as extensions open these. */
export const SHELL_OBJECT = /^\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/;
