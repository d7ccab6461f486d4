// German for what other processes say: see ../sentences.ts. A test finds sentences that are missing here.

import type { Sentences } from '../sentences.js';
import { ofFiles } from './sentences-of-files.js';

const library: Sentences = {
  'The index of your folders was damaged and is built again. Your files are not affected.':
    'Das Verzeichnis der Ordner war beschädigt und wird neu aufgebaut. Die Dateien sind davon nicht betroffen.',
  'The saved listing of {root} was damaged. The folder is read again.':
    'Der gespeicherte Inhalt von {root} war beschädigt. Der Ordner wird neu gelesen.',
  '{message} Folders are read again at each start.':
    '{message} Die Ordner werden bei jedem Start neu gelesen.',
  '{message} What is read now may be read again at the next start.':
    '{message} Was jetzt gelesen wird, muss beim nächsten Start vielleicht noch einmal gelesen werden.',
  'What was read of your folders can be kept again.':
    'Was aus den Ordnern gelesen wurde, kann wieder gespeichert werden.',
  'This database was written by a newer version of Home Gallery. Nothing in it was changed; please update the app.':
    'Diese Datenbank stammt von einer neueren Version von Home Gallery. Darin wurde nichts verändert; bitte die App aktualisieren.',
  'The database file is damaged. Start the app again: what is damaged is set aside then.':
    'Die Datenbank ist beschädigt. Bitte die App neu starten: Beschädigtes wird dabei ersetzt.',
  'There is no space left on the disk that holds the database. Make room there.':
    'Auf der Festplatte der Datenbank ist kein Platz mehr. Bitte dort Platz schaffen.',
  'The database file cannot be written. Allow writing in the folder of the app.':
    'Die Datenbank kann nicht geschrieben werden. Bitte das Schreiben im Ordner der App erlauben.',
  'The database file cannot be opened. Allow reading and writing in the folder of the app.':
    'Die Datenbank kann nicht geöffnet werden. Bitte Lesen und Schreiben im Ordner der App erlauben.',
  'The disk reported an error while the database was used. Have the system check that disk.':
    'Die Festplatte meldete einen Fehler beim Zugriff auf die Datenbank. Bitte diese Festplatte vom System prüfen lassen.',
  'The database is in use by another program. Close that program, or try it again in a moment.':
    'Die Datenbank wird von einem anderen Programm benutzt. Bitte dieses Programm schließen oder es gleich noch einmal versuchen.',
  'The database answered with an error ({reason}). Try it again; if that does not help, start the app again.':
    'Die Datenbank meldete einen Fehler ({reason}). Bitte noch einmal versuchen; wenn das nicht hilft, die App neu starten.',
  'A tag is 1 to {most} characters of plain text.':
    'Ein Schlagwort besteht aus 1 bis {most} Zeichen einfachen Textes.',
  'A rating is 0 to 5 stars.': 'Eine Bewertung liegt zwischen 0 und 5 Sternen.',
  'This file holds no favourites, ratings or tags of Home Gallery. Choose one that was exported from it.':
    'Diese Datei enthält keine Favoriten, Bewertungen oder Schlagwörter von Home Gallery. Bitte eine Datei wählen, die von dort exportiert wurde.',
  'This file was written by a newer version of Home Gallery. Update the app, then import it again.':
    'Diese Datei stammt von einer neueren Version von Home Gallery. Bitte erst die App aktualisieren und dann noch einmal importieren.',
  'Entry {number} of this file cannot be read. Nothing of it was imported; export the file once more.':
    'Eintrag {number} dieser Datei ist nicht lesbar. Nichts davon wurde importiert; bitte die Datei noch einmal exportieren.',
  'The hidden folders in this file cannot be read. Nothing of it was imported; export the file once more.':
    'Die ausgeblendeten Ordner in dieser Datei sind nicht lesbar. Nichts davon wurde importiert; bitte die Datei noch einmal exportieren.',
  'The file could not be written ({reason}). Choose another place for it, or make room and allow writing there.':
    'Die Datei konnte nicht geschrieben werden ({reason}). Bitte einen anderen Ort wählen oder dort Platz schaffen und das Schreiben erlauben.',
  'The file could not be read ({reason}). Allow reading it, or choose another one.':
    'Die Datei konnte nicht gelesen werden ({reason}). Bitte das Lesen erlauben oder eine andere Datei wählen.',
  'Your favourites, ratings and tags are not open. Try it again in a moment.':
    'Favoriten, Bewertungen und Schlagwörter sind nicht geöffnet. Bitte gleich noch einmal versuchen.',
  'Your favourites, ratings and tags cannot be opened. {reason}':
    'Favoriten, Bewertungen und Schlagwörter können nicht geöffnet werden. {reason}',
  'Your favourites, ratings and tags could not be read and were restored as of {day}. What came later can be imported if you have exported it.':
    'Favoriten, Bewertungen und Schlagwörter waren nicht lesbar und wurden mit dem Stand vom {day} wiederhergestellt. Was später kam, lässt sich aus einem Export importieren, falls es einen gibt.',
  'Your favourites, ratings and tags could not be read, and there was no backup to restore. Import them if you have exported them.':
    'Favoriten, Bewertungen und Schlagwörter waren nicht lesbar, und es gab keine Sicherung. Falls es einen Export gibt, lassen sie sich importieren.',
  '{message} The damaged file was kept as {file}.':
    '{message} Die beschädigte Datei wurde als {file} aufgehoben.',
  'Your favourites, ratings and tags could not be backed up. {reason}':
    'Favoriten, Bewertungen und Schlagwörter konnten nicht gesichert werden. {reason}',
  'This folder is on a network drive, so changes may take a little longer to show.':
    'Dieser Ordner liegt auf einem Netzlaufwerk, Änderungen erscheinen daher etwas später.',
  'The system allows no more folders to be watched, so changes are looked for now and then. “Check for changes” in its menu shows them at once.':
    'Das System lässt nicht mehr Ordner überwachen, daher wird nur hin und wieder nach Änderungen gesehen. „Auf Änderungen prüfen“ in seinem Menü zeigt sie sofort.',
  'This folder cannot be watched, so changes are looked for now and then. “Check for changes” in its menu shows them at once.':
    'Dieser Ordner kann nicht überwacht werden, daher wird nur hin und wieder nach Änderungen gesehen. „Auf Änderungen prüfen“ in seinem Menü zeigt sie sofort.',
  '{path} leads into {folder} now, and is shown as part of that.':
    '{path} führt jetzt in {folder} und wird als Teil davon gezeigt.',
  '{path} is where Home Gallery keeps its own files; thumbnails in it are not shown.':
    'In {path} legt Home Gallery eigene Dateien ab; Vorschaubilder darin werden nicht gezeigt.',
  'Reading your folders came to a halt for {seconds} seconds and was started again.':
    'Das Lesen der Ordner stockte {seconds} Sekunden lang und wurde neu gestartet.',
  'The process {name} ended (code {code}). It is started again; try it again in a moment.':
    'Der Prozess {name} endete (Code {code}). Er wird neu gestartet; bitte gleich noch einmal versuchen.',
  'The process {name} has ended. It is started again; try it again in a moment.':
    'Der Prozess {name} ist beendet. Er wird neu gestartet; bitte gleich noch einmal versuchen.',
  'The rest of this list of files is not there any more. Check its folder for changes.':
    'Der Rest dieser Dateiliste ist nicht mehr da. Bitte den Ordner auf Änderungen prüfen.',
  'This list of files did not come whole. Check its folder for changes.':
    'Diese Dateiliste kam nicht vollständig an. Bitte den Ordner auf Änderungen prüfen.',
  'The library is being started again. Try it again in a moment.':
    'Die Bibliothek wird neu gestartet. Bitte gleich noch einmal versuchen.',
  'Something went wrong while this folder was read ({message}). It is tried again soon.':
    'Beim Lesen dieses Ordners ist etwas schiefgegangen ({message}). Es wird bald erneut versucht.',
  'The folder has been closed.': 'Der Ordner wurde geschlossen.',
  'This folder is not read yet. Try it again.':
    'Der Ordner wurde noch nicht gelesen. Bitte gleich noch einmal versuchen.',
  'This folder is not open. Try it again in a moment.':
    'Dieser Ordner ist nicht geöffnet. Bitte gleich noch einmal versuchen.',
  'Version {version} of Home Gallery is there. See Updates in the settings.':
    'Version {version} von Home Gallery ist da. Mehr dazu in den Einstellungen unter „Neue Versionen“.',
  'This build knows no place to look for newer versions. They come from where this one was got.':
    'Diese Ausgabe weiß nicht, wo sie nach neueren Versionen suchen soll. Neuere Versionen gibt es dort, wo diese herkommt.',
  'This build cannot replace itself. Install the newer version the way this one was installed.':
    'Diese Ausgabe kann sich nicht selbst ersetzen. Bitte die neuere Version so installieren wie diese.',
  'Nobody has agreed to ask for updates.': 'Niemand hat zugestimmt, nach neueren Versionen zu suchen.',
  'Updates are not looked for at {place}.': 'Bei {place} wird nicht nach neueren Versionen gesucht.',
  'This system lets an AppImage run only without its sandbox, one wall less around damaged files. The deb package has it.':
    'Dieses System lässt ein AppImage nur ohne seine Sandbox laufen, eine Mauer weniger um beschädigte Dateien. Das deb-Paket hat sie.',
  'There is nothing to download. Check for updates first.':
    'Es gibt nichts herunterzuladen. Bitte erst nach neueren Versionen suchen.',
  'The place with the newer versions cannot be reached. Check the connection to the internet, then try it again.':
    'Der Ort mit den neueren Versionen ist nicht erreichbar. Bitte die Verbindung zum Internet prüfen und es noch einmal versuchen.',
  'No version for this computer was found there. Try it again another day.':
    'Dort liegt keine Version für diesen Computer. Bitte es an einem anderen Tag noch einmal versuchen.',
  'What was downloaded is damaged and was thrown away. Check for updates again, then download it once more.':
    'Was heruntergeladen wurde, ist beschädigt und wurde verworfen. Bitte noch einmal nach neueren Versionen suchen und herunterladen.',
  'The newer version could not be had ({reason}). Try it again later; the log says more.':
    'Die neuere Version war nicht zu bekommen ({reason}). Bitte später noch einmal versuchen; im Protokoll steht mehr.',
};

const settings: Sentences = {
  'Some saved settings cannot be used and are as usual: {names}. Choose them again in the settings.':
    'Einige gespeicherte Einstellungen sind unbrauchbar und haben den üblichen Wert: {names}. Sie lassen sich in den Einstellungen neu wählen.',
  'The log cannot be written: {reason} ({folder}). Fix that, or choose another folder in the settings.':
    'Das Protokoll kann nicht geschrieben werden: {reason} ({folder}). Bitte das beheben oder in den Einstellungen einen anderen Ordner wählen.',
  'There is no log file. See in the settings whether one is kept, and where.':
    'Es gibt keine Protokolldatei. In den Einstellungen steht, ob eine geführt wird und wo.',
  'The library process does not start; the log says why.':
    'Der Prozess der Bibliothek startet nicht; im Protokoll steht, warum.',
  '{message} It was passed over.': '{message} Das wurde übergangen.',
  'The licences of Chromium are not there. Install the app again to have them.':
    'Die Lizenzen von Chromium sind nicht da. Mit einer neuen Installation der App sind sie wieder da.',
  'This can only be chosen when the app starts.': 'Das lässt sich nur beim Start der App wählen.',
  '{from} decides this for as long as the app runs.': '{from} legt das fest, solange die App läuft.',
  'This value cannot be used. Choose another one.':
    'Dieser Wert ist nicht brauchbar. Bitte einen anderen wählen.',
  'A folder or file is chosen in the dialog.': 'Ordner und Dateien werden im Dialog gewählt.',
  'This is no path.': 'Das ist kein Pfad.',
  'The window had ended unexpectedly and was opened again.':
    'Das Fenster war abgestürzt und wurde neu geöffnet.',
  'The settings could not be saved: {reason} ({folder}). Fix that; all are saved with the next change.':
    'Die Einstellungen konnten nicht gespeichert werden: {reason} ({folder}). Bitte das beheben; alle werden mit der nächsten Änderung gespeichert.',
  'The saved settings were damaged. They were kept as {file}, and the app starts anew. Add your folders again.':
    'Die gespeicherten Einstellungen waren beschädigt. Sie wurden als {file} aufgehoben, und die App beginnt neu. Bitte die Ordner wieder hinzufügen.',
  'The saved settings cannot be read ({reason}). The app starts without them, and saves none. Allow reading {file}, then start the app again.':
    'Die gespeicherten Einstellungen sind nicht lesbar ({reason}). Die App beginnt ohne sie und speichert keine. Bitte das Lesen von {file} erlauben und die App neu starten.',
  'The saved settings are damaged and cannot be moved ({reason}). The app starts without them, and saves none. Move {file} away by hand, then start the app again.':
    'Die gespeicherten Einstellungen sind beschädigt und lassen sich nicht verschieben ({reason}). Die App beginnt ohne sie und speichert keine. Bitte {file} von Hand verschieben und die App neu starten.',
};

export const sentences: Sentences = { ...library, ...settings, ...ofFiles };
