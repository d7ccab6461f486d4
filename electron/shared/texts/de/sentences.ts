// German for what other processes say: see ../sentences.ts. A test finds sentences that are missing here.

import type { Sentences } from '../sentences.js';

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
  'The database file is damaged.': 'Die Datenbank ist beschädigt.',
  'There is no space left on the disk that holds the database.':
    'Auf der Festplatte der Datenbank ist kein Platz mehr.',
  'The database file cannot be written.': 'Die Datenbank kann nicht geschrieben werden.',
  'The database file cannot be opened.': 'Die Datenbank kann nicht geöffnet werden.',
  'The disk reported an error while the database was used.':
    'Die Festplatte meldete einen Fehler beim Zugriff auf die Datenbank.',
  'The database is in use by another program.': 'Die Datenbank wird von einem anderen Programm benutzt.',
  'The database answered with an error ({reason}).': 'Die Datenbank meldete einen Fehler ({reason}).',
  'A tag is 1 to {most} characters of plain text.':
    'Ein Schlagwort besteht aus 1 bis {most} Zeichen einfachen Textes.',
  'A rating is 0 to 5 stars.': 'Eine Bewertung liegt zwischen 0 und 5 Sternen.',
  'This file holds no favourites, ratings or tags of Home Gallery.':
    'Diese Datei enthält keine Favoriten, Bewertungen oder Schlagwörter von Home Gallery.',
  'This file was written by a newer version of Home Gallery.':
    'Diese Datei stammt von einer neueren Version von Home Gallery.',
  'Entry {number} of this file cannot be read.': 'Eintrag {number} dieser Datei ist nicht lesbar.',
  'The hidden folders in this file cannot be read.':
    'Die ausgeblendeten Ordner in dieser Datei sind nicht lesbar.',
  'The file could not be written ({reason}).': 'Die Datei konnte nicht geschrieben werden ({reason}).',
  'The file could not be read ({reason}).': 'Die Datei konnte nicht gelesen werden ({reason}).',
  'Your favourites, ratings and tags are not open.':
    'Favoriten, Bewertungen und Schlagwörter sind nicht geöffnet.',
  'Your favourites, ratings and tags cannot be opened. {reason}':
    'Favoriten, Bewertungen und Schlagwörter können nicht geöffnet werden. {reason}',
  'Your favourites, ratings and tags could not be backed up. {reason}':
    'Favoriten, Bewertungen und Schlagwörter konnten nicht gesichert werden. {reason}',
  'This folder is on a network drive, so changes may take a little longer to show.':
    'Dieser Ordner liegt auf einem Netzlaufwerk, Änderungen erscheinen daher etwas später.',
  'The system allows no more folders to be watched, so changes are looked for now and then.':
    'Das System lässt nicht mehr Ordner überwachen, daher wird nur hin und wieder nach Änderungen gesehen.',
  'This folder cannot be watched, so changes are looked for now and then.':
    'Dieser Ordner kann nicht überwacht werden, daher wird nur hin und wieder nach Änderungen gesehen.',
  '{path} leads into {folder} now, and is shown as part of that.':
    '{path} führt jetzt in {folder} und wird als Teil davon gezeigt.',
  '{path} is where Home Gallery keeps its own files; thumbnails in it are not shown.':
    'In {path} legt Home Gallery eigene Dateien ab; Vorschaubilder darin werden nicht gezeigt.',
  'Reading your folders came to a halt for {seconds} seconds and was started again.':
    'Das Lesen der Ordner stockte {seconds} Sekunden lang und wurde neu gestartet.',
  'The library is being started again.': 'Die Mediathek wird neu gestartet.',
  'Something went wrong while this folder was read ({message}). It is tried again soon.':
    'Beim Lesen dieses Ordners ist etwas schiefgegangen ({message}). Es wird bald erneut versucht.',
  'The folder has been closed.': 'Der Ordner wurde geschlossen.',
  'The folder has not been read yet.': 'Der Ordner wurde noch nicht gelesen.',
  'This folder is not open.': 'Dieser Ordner ist nicht geöffnet.',
  'Version {version} of Home Gallery is there. See Updates in the settings.':
    'Version {version} von Home Gallery ist da. Mehr dazu in den Einstellungen unter „Neue Versionen“.',
  'This build knows no place to look for newer versions.':
    'Diese Ausgabe weiß nicht, wo sie nach neueren Versionen suchen soll.',
  'This build cannot replace itself.': 'Diese Ausgabe kann sich nicht selbst ersetzen.',
  'Nobody has agreed to ask for updates.': 'Niemand hat zugestimmt, nach neueren Versionen zu suchen.',
  'Updates are not looked for at {place}.': 'Bei {place} wird nicht nach neueren Versionen gesucht.',
  'This system lets an AppImage run only without its sandbox, one wall less around damaged files. The deb package has it.':
    'Dieses System lässt ein AppImage nur ohne seine Sandbox laufen, eine Mauer weniger um beschädigte Dateien. Das deb-Paket hat sie.',
  'There is nothing to download.': 'Es gibt nichts herunterzuladen.',
  'The place with the newer versions cannot be reached.':
    'Der Ort mit den neueren Versionen ist nicht erreichbar.',
  'No version for this computer was found there.': 'Dort liegt keine Version für diesen Computer.',
  'What was downloaded is damaged and was thrown away.':
    'Was heruntergeladen wurde, ist beschädigt und wurde verworfen.',
  'The newer version could not be had ({reason}).': 'Die neuere Version war nicht zu bekommen ({reason}).',
};

const reading: Sentences = {
  'You do not have permission to read this folder.': 'Für diesen Ordner fehlt die Leseberechtigung.',
  'You do not have permission to read this file.': 'Für diese Datei fehlt die Leseberechtigung.',
  'You have no permission to read this file.': 'Für diese Datei fehlt die Leseberechtigung.',
  'The path of this folder is too long for the system.':
    'Der Pfad dieses Ordners ist zu lang für das System.',
  'The path of this file is too long for the system.': 'Der Pfad dieser Datei ist zu lang für das System.',
  'The disk reported an error while this folder was read.':
    'Die Festplatte meldete einen Fehler beim Lesen dieses Ordners.',
  'The disk reported an error while this file was read.':
    'Die Festplatte meldete einen Fehler beim Lesen dieser Datei.',
  'This folder is in use by another program.': 'Dieser Ordner wird von einem anderen Programm benutzt.',
  'This file is in use by another program.': 'Diese Datei wird von einem anderen Programm benutzt.',
  'Too many files were open to read this folder.':
    'Es waren zu viele Dateien geöffnet, um diesen Ordner zu lesen.',
  'Too many files were open to read this file.':
    'Es waren zu viele Dateien geöffnet, um diese Datei zu lesen.',
  'The drive of this folder does not answer at the moment.':
    'Das Laufwerk dieses Ordners antwortet im Augenblick nicht.',
  'The network drive did not answer when this folder was read.':
    'Das Netzlaufwerk antwortete nicht, als dieser Ordner gelesen wurde.',
  'The network drive did not answer when this file was read.':
    'Das Netzlaufwerk antwortete nicht, als diese Datei gelesen wurde.',
  'This folder could not be read ({reason}).': 'Dieser Ordner konnte nicht gelesen werden ({reason}).',
  'This file could not be read ({reason}).': 'Diese Datei konnte nicht gelesen werden ({reason}).',
  'The disk did not answer in time when this file was read. It is tried again when the disk answers.':
    'Die Festplatte antwortete nicht rechtzeitig, als diese Datei gelesen wurde. Es wird erneut versucht, sobald sie antwortet.',
  'The app stopped answering twice when this file was read, so its date and size are not read until it changes.':
    'Beim Lesen dieser Datei blieb die App zweimal hängen. Datum und Größe werden erst wieder gelesen, wenn sie sich ändert.',
  'This link leads to a hidden file or folder.':
    'Diese Verknüpfung führt zu einer versteckten Datei oder einem versteckten Ordner.',
  'This link leads outside the chosen folder. Add its target as a folder to see it.':
    'Diese Verknüpfung führt aus dem gewählten Ordner hinaus. Ihr Ziel kann als eigener Ordner hinzugefügt werden.',
  'This link leads to something that does not exist.': 'Diese Verknüpfung führt ins Leere.',
  'This link leads back to itself.': 'Diese Verknüpfung führt zu sich selbst zurück.',
  'This file hides what it says about itself behind too much other data.':
    'Die Angaben dieser Datei liegen hinter zu vielen anderen Daten.',
  'The reading was stopped.': 'Das Lesen wurde abgebrochen.',
  'Some of what this file says about itself is damaged.':
    'Ein Teil der Angaben in dieser Datei ist beschädigt.',
  'This is not a picture of a known format.': 'Das ist kein Bild in einem bekannten Format.',
  'This file is empty.': 'Diese Datei ist leer.',
  'What this video says about itself is damaged.': 'Die Angaben in diesem Video sind beschädigt.',
  'This video format is not read here.': 'Dieses Videoformat wird hier nicht gelesen.',
  'There is no picture in this video.': 'In diesem Video ist kein Bild.',
  'This file went away while its folder was read.':
    'Diese Datei verschwand, während ihr Ordner gelesen wurde.',
  'This is not a regular file, so it is not shown.':
    'Das ist keine gewöhnliche Datei und wird daher nicht gezeigt.',
  'The drive of this folder is not connected; its last known content is shown.':
    'Das Laufwerk dieses Ordners ist nicht verbunden; gezeigt wird der zuletzt bekannte Inhalt.',
  'The folder cannot be reached at the moment.': 'Der Ordner ist zurzeit nicht erreichbar.',
  'The file is no longer part of the gallery.': 'Die Datei gehört nicht mehr zur Galerie.',
  'This file is no longer part of the gallery.': 'Diese Datei gehört nicht mehr zur Galerie.',
  'This folder is no longer part of the gallery.': 'Dieser Ordner gehört nicht mehr zur Galerie.',
  '{path} is not a photo or video that can be shown.':
    '{path} ist kein Foto oder Video, das gezeigt werden kann.',
  '{path} is not a folder.': '{path} ist kein Ordner.',
  '{path} does not exist.': '{path} gibt es nicht.',
  '{path} cannot be read ({reason}).': '{path} ist nicht lesbar ({reason}).',
  '{path} is already shown as part of {known}.': '{path} wird schon als Teil von {known} gezeigt.',
  'The file became shorter while it was read.': 'Die Datei wurde kürzer, während sie gelesen wurde.',
  'This file lies outside the chosen folders.': 'Diese Datei liegt außerhalb der gewählten Ordner.',
  'This file changed while it was opened.': 'Diese Datei änderte sich beim Öffnen.',
  'This is not a regular file.': 'Das ist keine gewöhnliche Datei.',
  'The file is no longer there.': 'Die Datei ist nicht mehr da.',
  'The file cannot be read ({reason}).': 'Die Datei ist nicht lesbar ({reason}).',
  'The file could not be read: {reason}.': 'Die Datei konnte nicht gelesen werden: {reason}.',
};

const pictures: Sentences = {
  'Too many thumbnails wait already.': 'Es warten schon zu viele Vorschaubilder.',
  'The picture is damaged; only a part of it can be shown.':
    'Das Bild ist beschädigt; nur ein Teil davon kann gezeigt werden.',
  'The picture has too many pixels.': 'Das Bild hat zu viele Pixel.',
  'This kind of picture cannot be read.': 'Bilder dieser Art können nicht gelesen werden.',
  'The picture is damaged.': 'Das Bild ist beschädigt.',
  'The file is empty.': 'Die Datei ist leer.',
  'This file is not a picture.': 'Diese Datei ist kein Bild.',
  'This file is not a video.': 'Diese Datei ist kein Video.',
  'It took too long to read this picture.': 'Das Lesen dieses Bildes dauerte zu lange.',
  'It took too long to read this video.': 'Das Lesen dieses Videos dauerte zu lange.',
  'It took too long to read this file.': 'Das Lesen dieser Datei dauerte zu lange.',
  'Reading this file takes more memory than this computer can spare.':
    'Das Lesen dieser Datei braucht mehr Speicher, als dieser Computer entbehren kann.',
  'The picture needs more memory than there is.': 'Das Bild braucht mehr Speicher, als vorhanden ist.',
  'The video needs more memory than there is.': 'Das Video braucht mehr Speicher, als vorhanden ist.',
  'The video has too many pixels.': 'Das Video hat zu viele Pixel.',
  'The video is not complete.': 'Das Video ist unvollständig.',
  'This kind of video cannot be read.': 'Videos dieser Art können nicht gelesen werden.',
  'The disk could not read this file.': 'Die Festplatte konnte diese Datei nicht lesen.',
  'The video is damaged.': 'Das Video ist beschädigt.',
  'The decoder failed on this picture ({reason}).': 'Das Dekodieren dieses Bildes schlug fehl ({reason}).',
  'ffmpeg ended unexpectedly ({signal}) on this video.':
    'ffmpeg endete bei diesem Video unerwartet ({signal}).',
  'ffmpeg could not be started ({reason}).': 'ffmpeg konnte nicht gestartet werden ({reason}).',
  'This picture could not be read: {reason}.': 'Dieses Bild konnte nicht gelesen werden: {reason}.',
  'This video could not be read: {reason}.': 'Dieses Video konnte nicht gelesen werden: {reason}.',
  'no reason was given': 'ohne Angabe eines Grundes',
  'This is a folder, not a file.': 'Das ist ein Ordner, keine Datei.',
  'The network folder is no longer connected.': 'Der Netzwerkordner ist nicht mehr verbunden.',
  'The network folder does not answer.': 'Der Netzwerkordner antwortet nicht.',
  'The file is too large for a picture.': 'Die Datei ist zu groß für ein Bild.',
  'There is no preview in this raw picture.': 'In dieser Rohdatei ist keine Vorschau.',
  'Videos need ffmpeg, which was not found on this computer.':
    'Für Videos wird ffmpeg gebraucht, das auf diesem Computer nicht gefunden wurde.',
  'Videos need ffmpeg, which was not found.': 'Für Videos wird ffmpeg gebraucht, das nicht gefunden wurde.',
  'Videos have no thumbnails because ffmpeg was not found. Install ffmpeg, or choose it in the settings, and start again.':
    'Videos haben keine Vorschaubilder, weil ffmpeg nicht gefunden wurde. ffmpeg installieren oder in den Einstellungen wählen und neu starten.',
  'The folder is offline.': 'Der Ordner ist nicht erreichbar.',
  'The workers that read this kind of picture are switched off.':
    'Die Erstellung von Vorschaubildern, die diese Art von Bildern liest, ist ausgeschaltet.',
  'The space for thumbnails is used up. More are made when you look at them.':
    'Der Platz für Vorschaubilder ist aufgebraucht. Weitere entstehen beim Ansehen.',
  'Playing this video needs ffmpeg.': 'Für dieses Video wird ffmpeg gebraucht.',
  'ffmpeg can make nothing of this video.': 'ffmpeg kann mit diesem Video nichts anfangen.',
  'This video could not be read in time. Try it again.':
    'Dieses Video war nicht rechtzeitig zu lesen. Bitte noch einmal versuchen.',
  'There is no moving picture in this file.': 'In dieser Datei ist kein bewegtes Bild.',
  'There is no video in this photo.': 'In diesem Foto ist kein Video.',
  'This is no time.': 'Das ist keine Zeit.',
  'The ffmpeg of this computer cannot make a video that can be played here.':
    'Das ffmpeg dieses Computers kann kein Video erzeugen, das hier abgespielt werden kann.',
  'The picture could not be saved.': 'Das Bild konnte nicht gespeichert werden.',
  'Reading this file ended its process twice, so it is left alone.':
    'Das Lesen dieser Datei hat zweimal den zuständigen Prozess beendet, daher wird sie übersprungen.',
  'Thumbnails are waiting because the process that makes them does not start: {reason}. It is tried again every minute.':
    'Vorschaubilder warten, weil der Prozess, der sie erstellt, nicht startet: {reason}. Es wird jede Minute erneut versucht.',
  'the reason is not known': 'der Grund ist nicht bekannt',
  'it was not ready after {seconds} seconds': 'er war nach {seconds} Sekunden nicht bereit',
  'it ends by itself (code {code})': 'er endet von selbst (Code {code})',
  'The thumbnail is not wanted any more.': 'Das Vorschaubild wird nicht mehr gebraucht.',
  'Thumbnails cannot be saved: {reason} ({folder}).':
    'Vorschaubilder können nicht gespeichert werden: {reason} ({folder}).',
  '{count} could not be removed: {reason} ({folder}).':
    'Nicht entfernt: {count}. Grund: {reason} ({folder}).',
  'One thumbnail': 'ein Vorschaubild',
  '{count} thumbnails': '{count} Vorschaubilder',
  'The thumbnail could not be saved: {reason}.':
    'Das Vorschaubild konnte nicht gespeichert werden: {reason}.',
  'the disk is full': 'die Festplatte ist voll',
  'your share of the disk is full': 'der zugeteilte Speicherplatz ist voll',
  'the folder is read-only': 'der Ordner ist schreibgeschützt',
  'there is no permission to write there': 'die Schreibberechtigung fehlt',
  'there is no permission to write to the folder': 'die Schreibberechtigung für den Ordner fehlt',
  'it is no folder': 'es ist kein Ordner',
  'the disk reports an error': 'die Festplatte meldet einen Fehler',
  'the disk does not answer': 'die Festplatte antwortet nicht',
  'the folder is gone': 'der Ordner ist verschwunden',
};

const settings: Sentences = {
  'Some saved settings cannot be used and are as usual: {names}.':
    'Einige gespeicherte Einstellungen sind unbrauchbar und haben den üblichen Wert: {names}.',
  'The log cannot be written: {reason} ({folder}).':
    'Das Protokoll kann nicht geschrieben werden: {reason} ({folder}).',
  'There is no log file.': 'Es gibt keine Protokolldatei.',
  'The library process does not start; the log says why.':
    'Der Prozess der Bibliothek startet nicht; im Protokoll steht, warum.',
  '{message} It was passed over.': '{message} Das wurde übergangen.',
  'The licences of Chromium are not there.': 'Die Lizenzen von Chromium sind nicht da.',
  'This can only be chosen when the app starts.': 'Das lässt sich nur beim Start der App wählen.',
  '{from} decides this for as long as the app runs.': '{from} legt das fest, solange die App läuft.',
  'This value cannot be used.': 'Dieser Wert ist nicht brauchbar.',
  'A folder or file is chosen in the dialog.': 'Ordner und Dateien werden im Dialog gewählt.',
  'This is no path.': 'Das ist kein Pfad.',
  'The window had ended unexpectedly and was opened again.':
    'Das Fenster war abgestürzt und wurde neu geöffnet.',
  'The settings could not be saved.': 'Die Einstellungen konnten nicht gespeichert werden.',
  'The saved settings were damaged. They were kept as {file}, and the app starts anew.':
    'Die gespeicherten Einstellungen waren beschädigt. Sie wurden als {file} aufgehoben, und die App beginnt neu.',
  'The saved settings cannot be read ({reason}). The app starts without them, and saves none.':
    'Die gespeicherten Einstellungen sind nicht lesbar ({reason}). Die App beginnt ohne sie und speichert keine.',
  'The saved settings are damaged and cannot be moved ({reason}). The app starts without them, and saves none.':
    'Die gespeicherten Einstellungen sind beschädigt und lassen sich nicht verschieben ({reason}). Die App beginnt ohne sie und speichert keine.',
};

const files: Sentences = {
  'This is a link to a file, which is left alone.': 'Dies ist eine Verknüpfung, die nicht angerührt wird.',
  'No more than {most} files can be handed over at once. Select fewer.':
    'Es können höchstens {most} Dateien auf einmal übergeben werden. Bitte weniger auswählen.',
  'The name of this file is not valid text, so the system cannot be given it.':
    'Der Name dieser Datei ist kein gültiger Text und lässt sich dem System nicht übergeben.',
  'The system did not take the files onto its clipboard.':
    'Das System hat die Dateien nicht in die Zwischenablage übernommen.',
  'Its folder is no longer there, so it is still in the trash of the system.':
    'Der Ordner der Datei ist nicht mehr da, daher liegt sie noch im Papierkorb des Systems.',
  'There is another file of this name by now, so it is still in the trash of the system.':
    'Es gibt inzwischen eine andere Datei dieses Namens, daher liegt diese noch im Papierkorb des Systems.',
  'It is no longer in the trash of the system.': 'Die Datei liegt nicht mehr im Papierkorb des Systems.',
  'The file could not be restored ({reason}) and is still in the trash of the system.':
    'Die Datei konnte nicht wiederhergestellt werden ({reason}) und liegt noch im Papierkorb des Systems.',
  'This can no longer be undone here. Look into the trash of the system.':
    'Dies lässt sich hier nicht mehr rückgängig machen. Die Dateien liegen im Papierkorb des Systems.',
  'The system could not move it to the trash ({reason}).':
    'Das System konnte sie nicht in den Papierkorb verschieben ({reason}).',
};

export const sentences: Sentences = { ...library, ...reading, ...pictures, ...settings, ...files };
