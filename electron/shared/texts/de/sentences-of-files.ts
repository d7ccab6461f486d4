// German for what other processes say of files and folders, their pictures, and what is done with them: see ../sentences.ts.

import type { Sentences } from '../sentences.js';

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
  'The drive of this folder does not answer at the moment. Try it again when it does.':
    'Das Laufwerk dieses Ordners antwortet im Augenblick nicht. Bitte noch einmal versuchen, wenn es wieder antwortet.',
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
  '{path} is not a folder. Add the folder that it lies in.':
    '{path} ist kein Ordner. Bitte den Ordner hinzufügen, in dem die Datei liegt.',
  '{path} does not exist. See whether it was moved, or connect its drive.':
    '{path} gibt es nicht. Bitte nachsehen, ob es verschoben wurde, oder das Laufwerk verbinden.',
  '{path} cannot be read ({reason}). Allow reading it, then try it again.':
    '{path} ist nicht lesbar ({reason}). Bitte das Lesen erlauben und es noch einmal versuchen.',
  '{path} is already shown as part of {known}.': '{path} wird schon als Teil von {known} gezeigt.',
  'The file became shorter while it was read.': 'Die Datei wurde kürzer, während sie gelesen wurde.',
  'This file lies outside the chosen folders. Add the folder that it lies in.':
    'Diese Datei liegt außerhalb der gewählten Ordner. Bitte den Ordner hinzufügen, in dem sie liegt.',
  'This folder lies outside the chosen folders. Add it as a folder of its own.':
    'Dieser Ordner liegt außerhalb der gewählten Ordner. Er kann als eigener Ordner hinzugefügt werden.',
  'The folder is no longer there. Check for changes.':
    'Der Ordner ist nicht mehr da. Bitte auf Änderungen prüfen.',
  'You have no permission to read this folder. Allow reading it, then try it again.':
    'Für diesen Ordner fehlt die Leseberechtigung. Bitte das Lesen erlauben und es noch einmal versuchen.',
  'The folder cannot be read ({reason}). Try it again.':
    'Der Ordner ist nicht lesbar ({reason}). Bitte noch einmal versuchen.',
  'This file changed while it was opened. Try it again.':
    'Diese Datei änderte sich beim Öffnen. Bitte noch einmal versuchen.',
  'The file is no longer there. Check its folder for changes.':
    'Die Datei ist nicht mehr da. Bitte ihren Ordner auf Änderungen prüfen.',
  'You have no permission to read this file. Allow reading it, then try it again.':
    'Für diese Datei fehlt die Leseberechtigung. Bitte das Lesen erlauben und es noch einmal versuchen.',
  'The file cannot be read ({reason}). Try it again.':
    'Die Datei ist nicht lesbar ({reason}). Bitte noch einmal versuchen.',
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
  'The folder is offline. Connect its drive.':
    'Der Ordner ist nicht erreichbar. Bitte sein Laufwerk verbinden.',
  'The workers that read this kind of picture are switched off. Switch them on in the settings.':
    'Das Erstellen von Vorschaubildern ist ausgeschaltet, und mit ihm das Lesen dieser Art von Bildern. Es lässt sich in den Einstellungen einschalten.',
  'The space for thumbnails is used up. More are made when you look at them.':
    'Der Platz für Vorschaubilder ist aufgebraucht. Weitere entstehen beim Ansehen.',
  'Playing this video needs ffmpeg. Install it, or choose it in the settings.':
    'Für dieses Video wird ffmpeg gebraucht. Bitte ffmpeg installieren oder in den Einstellungen wählen.',
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
  'Thumbnails cannot be saved: {reason} ({folder}). Fix that, or choose another folder in the settings.':
    'Vorschaubilder können nicht gespeichert werden: {reason} ({folder}). Bitte das beheben oder in den Einstellungen einen anderen Ordner wählen.',
  '{count} could not be removed: {reason} ({folder}). Try it again, or delete what is left by hand.':
    'Nicht entfernt: {count}. Grund: {reason} ({folder}). Bitte noch einmal versuchen oder den Rest von Hand löschen.',
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

const files: Sentences = {
  'This is a link to a file, which is left alone.': 'Dies ist eine Verknüpfung, die nicht angerührt wird.',
  'No more than {most} files can be handed over at once. Select fewer.':
    'Es können höchstens {most} Dateien auf einmal übergeben werden. Bitte weniger auswählen.',
  'The name of this file is not valid text, so the system cannot be given it. Rename it first.':
    'Der Name dieser Datei ist kein gültiger Text und lässt sich dem System nicht übergeben. Bitte sie erst umbenennen.',
  'The system could not open this file ({reason}). Choose a program for such files in the system, or use “Show in folder”.':
    'Das System konnte diese Datei nicht öffnen ({reason}). Bitte im System ein Programm für solche Dateien festlegen oder „Im Ordner zeigen“ wählen.',
  'The system could not open {file} ({reason}). Open it by hand, with a program of your choice.':
    'Das System konnte {file} nicht öffnen ({reason}). Bitte die Datei von Hand mit einem passenden Programm öffnen.',
  'The system did not take the files onto its clipboard. Try it again, or drag them to where they are wanted.':
    'Das System hat die Dateien nicht in die Zwischenablage übernommen. Bitte noch einmal versuchen oder sie an ihr Ziel ziehen.',
  'Its folder is no longer there, so it is still in the trash of the system. Make the folder again, or restore the file there.':
    'Der Ordner der Datei ist nicht mehr da, daher liegt sie noch im Papierkorb des Systems. Bitte den Ordner wieder anlegen oder die Datei dort wiederherstellen.',
  'There is another file of this name by now, so it is still in the trash of the system. Rename that one, then try it again.':
    'Es gibt inzwischen eine andere Datei dieses Namens, daher liegt diese noch im Papierkorb des Systems. Bitte jene umbenennen und es noch einmal versuchen.',
  'It is no longer in the trash of the system.': 'Die Datei liegt nicht mehr im Papierkorb des Systems.',
  'The file could not be restored ({reason}) and is still in the trash of the system. Try it again, or restore it there.':
    'Die Datei konnte nicht wiederhergestellt werden ({reason}) und liegt noch im Papierkorb des Systems. Bitte noch einmal versuchen oder sie dort wiederherstellen.',
  'This can no longer be undone here. Look into the trash of the system.':
    'Dies lässt sich hier nicht mehr rückgängig machen. Die Dateien liegen im Papierkorb des Systems.',
  'The system could not move it to the trash ({reason}). Try it again, or move it there in the file manager.':
    'Das System konnte sie nicht in den Papierkorb verschieben ({reason}). Bitte noch einmal versuchen oder sie im Dateimanager dorthin verschieben.',
};

export const ofFiles: Sentences = { ...reading, ...pictures, ...files };
