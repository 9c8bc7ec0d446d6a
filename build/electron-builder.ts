import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from 'electron-builder';

export interface BuildOptions {
  /** Packages that npm installs for the program and that do not ship as folders. */
  unshipped: readonly string[];
  /** Written by the pack script: licences and SBOM. */
  legal: string;
  /** An Electron that is here; left out, electron-builder fetches the one of package.json. */
  electron?: { folder: string; version: string; standIn: boolean };
}

/** Styles of type that the reports print: src/engine/reports/fonts.ts. */
const interStyles = '300Light|400Regular|400Regular_Italic|500Medium|600SemiBold|600SemiBold_Italic';

/** How Fieldbook is packed for the three systems. One list says what ships. */
export function configurationOf({ unshipped, legal, electron }: BuildOptions): Configuration {
  const standIn = electron?.standIn === true;
  return {
    appId: 'app.fieldbook.desktop',
    productName: 'Fieldbook',
    copyright: 'Apache-2.0',
    directories: { output: 'dist', buildResources: 'build' },
    extraMetadata: { main: 'out/main/index.cjs' },
    files: [
      'package.json',
      'LICENSE',
      'NOTICE',
      'out/{main,preload,renderer,engine}/**',
      'resources/**',
      ...unshipped.map((name) => `!node_modules/${name}/**`),
      // For people who read or build a package; licences stay.
      '!node_modules/**/*.{map,ts,mts,cts,tsbuildinfo,md,markdown,flow,gyp,gypi,c,cc,cpp,h,hpp}',
      '!node_modules/**/{test,tests,__tests__,example,examples,benchmark,coverage,.github}/**',
      // The SDK comes three times; Node loads dist-cjs.
      '!node_modules/@{aws-sdk,smithy,aws}/**/dist-{es,types}/**',
      '!node_modules/better-sqlite3/{deps,src}/**',
      `!node_modules/better-sqlite3/prebuilds/!(\${platform}-\${arch}).node`,
      '!node_modules/echarts/{dist,i18n,theme,ssr,build,types,asset,licenses}/**',
      '!node_modules/zrender/{dist,build,src}/**',
      '!node_modules/pdfmake/build/**',
      `!node_modules/@expo-google-fonts/inter/!(${interStyles})/**`,
      '!node_modules/@expo-google-fonts/jetbrains-mono/!(400Regular)/**',
      '!node_modules/@zxcvbn-ts/*/dist/**/*.{esm,umd}.js',
    ],
    asar: true,
    // Addons cannot be loaded out of an asar. The stand-in's engine is a plain Node, which cannot read one at all.
    asarUnpack: standIn
      ? ['package.json', 'out/engine/**', 'resources/**', 'node_modules/**']
      : ['**/*.node'],
    extraResources: [
      { from: 'docs', to: 'docs', filter: ['**/*.md'] },
      { from: legal, to: 'docs' },
      { from: 'build/icons/256x256.png', to: 'icon.png' },
      ...(standIn ? [{ from: 'node_modules/node/bin/node', to: 'node' }] : []),
    ],
    npmRebuild: false,
    publish: null,
    electronLanguages: ['en', 'en-US', 'en-GB', 'es', 'es-419'],
    ...(electron && {
      electronDist: electron.folder,
      electronVersion: electron.version,
      // The loader that an unpackaged Electron starts programs with.
      afterExtract: async ({ appOutDir }: { appOutDir: string }) =>
        rmSync(join(appOutDir, 'resources', 'app'), { recursive: true, force: true }),
    }),
    electronFuses: {
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      // Younger than the stand-in.
      ...(!standIn && { grantFileProtocolExtraPrivileges: false }),
    },
    fileAssociations: [
      {
        ext: 'fieldbook',
        name: 'Fieldbook engagement',
        description: 'Fieldbook engagement',
        mimeType: 'application/x-fieldbook',
        role: 'Editor',
        icon: 'icons/icon',
      },
    ],
    linux: {
      target: ['AppImage', 'deb', 'rpm'],
      executableName: 'fieldbook',
      category: 'Development',
      icon: 'build/icons',
      maintainer: 'Fieldbook',
      synopsis: 'Read-only AWS assessments, offline',
    },
    mac: {
      target: ['dmg', 'zip'],
      category: 'public.app-category.developer-tools',
      icon: 'build/icons/icon.icns',
      hardenedRuntime: true,
      gatekeeperAssess: false,
      entitlements: 'build/entitlements.mac.plist',
      entitlementsInherit: 'build/entitlements.mac.plist',
      // Apple's notary is asked where its key is at hand: APPLE_API_KEY, APPLE_API_KEY_ID and APPLE_API_ISSUER.
      notarize: process.env.APPLE_API_KEY !== undefined,
    },
    win: { target: ['nsis'], icon: 'build/icons/icon.ico' },
    nsis: {
      oneClick: false,
      perMachine: false,
      allowElevation: false,
      allowToChangeInstallationDirectory: true,
      deleteAppDataOnUninstall: false,
    },
  };
}
