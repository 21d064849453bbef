// Was das Dateisystem verweigert, und was beim Speichern im Weg steht.
import type { Phrase } from '../../phrases.ts';

export const filePhrases: readonly Phrase[] = [
  ['{} may not be touched by this user', '{} darf von diesem Benutzer nicht angefasst werden'],
  [
    'Choose another place, or change the permissions of the file and its folder.',
    'Einen anderen Ort wählen oder die Rechte der Datei und ihres Ordners ändern.',
  ],
  [
    'the disk has no room left for {}; nothing was changed',
    'auf der Platte ist kein Platz mehr für {}; nichts wurde geändert',
  ],
  ['Free some space, or choose another disk.', 'Platz schaffen oder eine andere Platte wählen.'],
  ['{} is a folder, not a file', '{} ist ein Ordner, keine Datei'],
  ['Name a file in it.', 'Eine Datei darin nennen.'],
  ['{} is held by another program', '{} wird von einem anderen Programm gehalten'],
  [
    'Close the program that uses it, then try again.',
    'Das Programm schließen, das sie benutzt, dann noch einmal versuchen.',
  ],
  ['there is no {}', '{} gibt es nicht'],
  [
    'Check the spelling; a missing folder is to be made first.',
    'Die Schreibweise prüfen; ein fehlender Ordner muss zuerst angelegt werden.',
  ],
  ['a part of {} is a file where a folder is needed', 'ein Teil von {} ist eine Datei, wo ein Ordner nötig ist'],
  ['Choose a path whose folders are folders.', 'Einen Pfad wählen, dessen Ordner Ordner sind.'],
  ['the name of {} is too long for this disk', 'der Name von {} ist zu lang für diese Platte'],
  ['Choose a shorter name.', 'Einen kürzeren Namen wählen.'],
  ['{} is a link that leads back to itself', '{} ist eine Verknüpfung, die zu sich selbst zurückführt'],
  [
    'Remove the link, or name the file that it should lead to.',
    'Die Verknüpfung entfernen oder die Datei nennen, zu der sie führen soll.',
  ],
  ['{} could not be used: {}', '{} ließ sich nicht benutzen: {}'],
  ['Check the disk, or choose another place.', 'Die Platte prüfen oder einen anderen Ort wählen.'],
  [
    '{} is larger than {} MiB, the most that a design may have',
    '{} ist größer als {} MiB, mehr darf ein Entwurf nicht haben',
  ],
  [
    'Open a design file (*.spandrel.json); put long traces into files of their own.',
    'Eine Entwurfsdatei (*.spandrel.json) öffnen; lange Aufzeichnungen in eigene Dateien legen.',
  ],
  ['{} is not UTF-8 text', '{} ist kein Text in UTF-8'],
  [
    'Save it as UTF-8; a design file is JSON text (*.spandrel.json).',
    'Als UTF-8 speichern; eine Entwurfsdatei ist JSON-Text (*.spandrel.json).',
  ],
  ['there is no template "{}"', 'es gibt keine Vorlage „{}“'],
  ['Choose one of: {}.', 'Eine davon wählen: {}.'],
  ['one file is wanted for {}, not {}', 'für {} ist eine Datei gefragt, nicht {}'],
  ['"{}" is not a plain path below the target', '„{}“ ist kein einfacher Pfad unter dem Ziel'],
  ['Rename what the file is named after.', 'Umbenennen, wonach die Datei heißt.'],
  [
    '{} was exported by Spandrel and changed by hand since',
    '{} wurde von Spandrel exportiert und seither von Hand geändert',
  ],
  [
    '{} is there already and was not exported by Spandrel',
    '{} gibt es schon, und es wurde nicht von Spandrel exportiert',
  ],
  ['Choose another place, or allow it to be overwritten.', 'Einen anderen Ort wählen oder das Überschreiben erlauben.'],
  ['there is no folder {} for {}', 'es gibt keinen Ordner {} für {}'],
  ['Make the folder, or choose another.', 'Den Ordner anlegen oder einen anderen wählen.'],
  ['{} is there already', '{} gibt es schon'],
  [
    'Choose another name, or allow it to be overwritten.',
    'Einen anderen Namen wählen oder das Überschreiben erlauben.',
  ],
  [
    '{} was changed by another program since it was opened',
    '{} wurde seit dem Öffnen von einem anderen Programm geändert',
  ],
  [
    '{} was removed by another program since it was opened',
    '{} wurde seit dem Öffnen von einem anderen Programm entfernt',
  ],
  [
    'Save under another name, or allow it to be overwritten.',
    'Unter einem anderen Namen speichern oder das Überschreiben erlauben.',
  ],
  [
    'unsaved work could not be read and was put aside as {}',
    'ungesicherte Arbeit ließ sich nicht lesen und wurde beiseitegelegt als {}',
  ],
  ['Look into that file, or remove it.', 'In diese Datei sehen oder sie entfernen.'],
  ['the version in {} cannot be read', 'die Fassung in {} lässt sich nicht lesen'],
  ['Choose another version.', 'Eine andere Fassung wählen.'],
  [
    '{} does not read back as it was written: another program or the disk changed it',
    '{} liest sich nicht so zurück, wie es geschrieben wurde: ein anderes Programm oder die Platte hat es geändert',
  ],
  [
    'Save again, or in another place, and look at the disk.',
    'Noch einmal oder an einem anderen Ort speichern und die Platte prüfen.',
  ],
  ['{} is no longer as it was exported, so it stays', '{} ist nicht mehr so, wie es exportiert wurde, und bleibt'],
  ['Compare again, and leave it out.', 'Noch einmal vergleichen und es auslassen.'],
];
