import { app, crashReporter, protocol } from 'electron';
import { startRequest } from './arguments.ts';
import { run } from './run.ts';
import { privileges } from './security/pages.ts';

app.setName('Fieldbook');
// Windows shows notifications of programs that it knows by the name of their shortcut: build/electron-builder.ts.
app.setAppUserModelId('app.fieldbook.desktop');
// Crashes are written down on this machine and go nowhere.
crashReporter.start({ uploadToServer: false });
// A container that tests as root has no sandbox; nothing that ships may be started without one.
if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// The page reaches nothing, so it needs no name of any host.
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
protocol.registerSchemesAsPrivileged([privileges]);

const request = startRequest(process.argv, process.env);
delete process.env.FIELDBOOK_PASSPHRASE;
// One program for all windows: a second one says what it was started for, and ends. Its passphrase it keeps to itself.
const given = { path: request?.path };
if (!app.requestSingleInstanceLock(given)) app.quit();
else {
  // On macOS a double-clicked file comes as an event, perhaps before the program is ready.
  const early: string[] = [];
  const note = (event: { preventDefault(): void }, path: string) => {
    event.preventDefault();
    early.push(path);
  };
  app.on('open-file', note);
  void app.whenReady().then(() => {
    app.off('open-file', note);
    run(request ?? (early[0] === undefined ? undefined : { path: early[0] }));
  });
}
