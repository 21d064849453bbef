// Die Befehle nach ihrer Kennung: Beschriftung und ein Satz für die Hilfe.
import type { Texts } from '../texts.ts';

export const commands: Texts['commands'] = {
  'file.newEmpty': { title: 'Neuer leerer Entwurf', help: 'Öffnet einen leeren Entwurf in einem eigenen Reiter.' },
  'file.new': { title: 'Neu aus Vorlage…', help: 'Zeigt die Vorlagen mit Bild und dem, was sie lehren.' },
  'file.open': { title: 'Öffnen…', help: 'Öffnet eine Entwurfsdatei in einem Reiter; eine schon offene wird gezeigt.' },
  'file.save': { title: 'Speichern', help: 'Schreibt den Entwurf in seine Datei oder fragt nach einer.' },
  'file.saveAs': {
    title: 'Speichern unter…',
    help: 'Schreibt den Entwurf in eine andere Datei; mit ihr geht es weiter.',
  },
  'file.close': { title: 'Entwurf schließen', help: 'Schließt den Reiter; fragt bei ungespeicherten Änderungen nach.' },
  'file.closeOthers': { title: 'Andere Entwürfe schließen', help: 'Schließt alle Reiter außer diesem.' },
  'file.reopen': {
    title: 'Geschlossenen Entwurf wieder öffnen',
    help: 'Holt den zuletzt geschlossenen Reiter samt Verlauf zurück.',
  },
  'file.newWindow': { title: 'Neues Fenster', help: 'Öffnet ein weiteres Fenster mit eigenen Entwürfen.' },
  'file.settings': { title: 'Einstellungen…', help: 'Sprache, Erscheinungsbild, Bewegung und Tastenkürzel.' },
  'edit.undo': { title: 'Rückgängig', help: 'Nimmt die letzte Änderung dieses Entwurfs zurück.' },
  'edit.redo': { title: 'Wiederholen', help: 'Führt die zurückgenommene Änderung wieder aus.' },
  'edit.delete': { title: 'Löschen', help: 'Entfernt die Auswahl samt Verbindungen, die sonst ins Leere gingen.' },
  'edit.duplicate': { title: 'Duplizieren', help: 'Kopiert die gewählten Bauteile samt Verbindungen zwischen ihnen.' },
  'edit.selectAll': { title: 'Alles auswählen', help: 'Wählt alle Bauteile und Verbindungen aus.' },
  'edit.rename': { title: 'Umbenennen', help: 'Ändert den Namen des gewählten Bauteils an Ort und Stelle.' },
  'edit.connect': { title: 'Verbinden mit…', help: 'Fragt, welches Bauteil das gewählte aufrufen soll.' },
  'edit.group': { title: 'Auswahl gruppieren', help: 'Fasst die gewählten Bauteile in einer neuen Gruppe zusammen.' },
  'edit.ungroup': { title: 'Aus der Gruppe nehmen', help: 'Löst Bauteile aus ihrer Gruppe oder eine Gruppe auf.' },
  'edit.arrange': { title: 'Anordnen', help: 'Gibt jedem Bauteil einen Platz nach seinen Verbindungen.' },
  'view.commands': {
    title: 'Alles finden, alles tun…',
    help: 'Findet Befehle, Bauteile, Vorlagen und zuletzt geöffnete Dateien.',
  },
  'view.design': { title: 'Entwurf zeigen', help: 'Zeigt die Auswahl im Inspektor.' },
  'view.scenario': { title: 'Szenario zeigen', help: 'Zeigt Ankünfte, Störungen und Rollouts des Szenarios.' },
  'view.findings': {
    title: 'Befunde zeigen',
    help: 'Zeigt, was falsch oder zweifelhaft ist und wie es zu beheben ist.',
  },
  'view.export': { title: 'Exporte zeigen', help: 'Zeigt die Formate, in die der Entwurf geschrieben werden kann.' },
  'view.analysis': {
    title: 'Analyse zeigen',
    help: 'Zeigt, was zuerst zu ändern ist, wie viel Last der Entwurf trägt und was andere Kapazität brächte.',
  },
  'view.fold.palette': { title: 'Palette ein- oder ausklappen', help: 'Schafft links Platz für die Zeichenfläche.' },
  'view.fold.inspector': {
    title: 'Inspektor ein- oder ausklappen',
    help: 'Schafft rechts Platz für die Zeichenfläche.',
  },
  'view.fold.results': { title: 'Ergebnisse ein- oder ausklappen', help: 'Schafft unten Platz für die Zeichenfläche.' },
  'view.fit': { title: 'Entwurf einpassen', help: 'Zoomt so, dass der ganze Entwurf zu sehen ist.' },
  'view.zoomIn': { title: 'Vergrößern', help: 'Zeichnet den Entwurf größer.' },
  'view.zoomOut': { title: 'Verkleinern', help: 'Zeichnet den Entwurf kleiner.' },
  'view.zoomReset': { title: 'Auf 100 % zoomen', help: 'Zeichnet den Entwurf in seiner eigenen Größe.' },
  'view.goTo': { title: 'Auf der Zeichenfläche zeigen', help: 'Rückt das gewählte Bauteil ins Bild.' },
  'view.nextTab': { title: 'Nächster Entwurf', help: 'Zeigt den Reiter rechts daneben.' },
  'view.previousTab': { title: 'Voriger Entwurf', help: 'Zeigt den Reiter links daneben.' },
  'view.moveTabLeft': { title: 'Reiter nach links schieben', help: 'Schiebt den Reiter um einen Platz nach links.' },
  'view.moveTabRight': { title: 'Reiter nach rechts schieben', help: 'Schiebt den Reiter um einen Platz nach rechts.' },
  'simulate.run': { title: 'Simulieren', help: 'Rechnet das gewählte Szenario mit allen Wiederholungen durch.' },
  'simulate.stop': { title: 'Anhalten', help: 'Hält den Lauf an; die Zahlen des vorigen bleiben.' },
  'simulate.replay': { title: 'Lauf abspielen', help: 'Spielt den Lauf wie einen Film auf der Zeichenfläche ab.' },
  'export.open': { title: 'Export', help: 'Zeigt die Formate mit einer Vorschau der Dateien.' },
  'help.open': {
    title: 'Hilfe: Befehle, Tastenkürzel und Begriffe',
    help: 'Zeigt alle Befehle mit ihren Tasten und die Begriffe der Warteschlangentheorie.',
  },
  'help.tour': { title: 'Rundgang machen', help: 'Zeigt das Fenster in fünf Schritten.' },
  'file.versions': {
    title: 'Fassungen…',
    help: 'Zeigt frühere Fassungen dieses Entwurfs zum Ansehen, Vergleichen und Wiederherstellen.',
  },
  'file.compare': {
    title: 'Mit einer Datei vergleichen…',
    help: 'Zeigt auf der Zeichenfläche, was sich vom Entwurf einer anderen Datei unterscheidet.',
  },
  'file.recovered': {
    title: 'Ungesicherte Arbeit…',
    help: 'Zeigt Arbeit, die beim Schließen oder Absturz eines Fensters nicht gespeichert war.',
  },
  'edit.cut': { title: 'Ausschneiden', help: 'Nimmt die Auswahl aus dem Entwurf in die Zwischenablage.' },
  'edit.copy': { title: 'Kopieren', help: 'Legt die Auswahl samt inneren Verbindungen in die Zwischenablage.' },
  'edit.paste': { title: 'Einfügen', help: 'Fügt das Stück Entwurf aus der Zwischenablage beim Zeiger ein.' },
  'edit.addConnected': {
    title: 'Hinzufügen und verbinden…',
    help: 'Fragt nach einer Art, fügt ein solches Bauteil neben dem gewählten hinzu und verbindet beide.',
  },
  'edit.addNote': { title: 'Notiz hinzufügen', help: 'Fügt der Zeichenfläche eine Notiz mit eigenem Text hinzu.' },
  'edit.collapse': {
    title: 'Gruppe zu- oder aufklappen',
    help: 'Zeichnet eine Gruppe als einen kleinen Kasten oder wieder mit allem darin.',
  },
  'edit.fitGroup': {
    title: 'Gruppe an den Inhalt anpassen',
    help: 'Nimmt der Gruppe ihre eigene Größe, sodass sie sich nach dem richtet, was darin liegt.',
  },
  'edit.groupAs': {
    title: 'Auswahl gruppieren als {{what}}',
    help: 'Fasst die Auswahl in einer neuen Gruppe dieser Art zusammen.',
    what: { layer: 'Schicht', boundary: 'Grenze', module: 'Modul', zone: 'Zone', namespace: 'Namensraum' },
  },
  'edit.addGroup': {
    title: 'Leere Gruppe hinzufügen: {{what}}',
    help: 'Fügt der Zeichenfläche eine leere Gruppe dieser Art hinzu.',
    what: { layer: 'Schicht', boundary: 'Grenze', module: 'Modul', zone: 'Zone', namespace: 'Namensraum' },
  },
  'select.none': { title: 'Nichts auswählen', help: 'Hebt die Auswahl auf.' },
  'select.invert': { title: 'Auswahl umkehren', help: 'Wählt aus, was nicht ausgewählt ist, und lässt den Rest los.' },
  'select.connected': { title: 'Verbundene auswählen', help: 'Nimmt Aufrufer und Aufgerufene der Auswahl hinzu.' },
  'select.lasso': {
    title: 'Durch Ziehen auswählen',
    help: 'Das nächste Ziehen auf der Zeichenfläche wählt aus, was es umfasst.',
  },
  'select.focused': {
    title: 'Auswählen, was den Fokus hat',
    help: 'Wählt das Bauteil aus, bei dem die Tastatur steht.',
  },
  'select.focusedToo': {
    title: 'Fokus in die Auswahl nehmen oder aus ihr lösen',
    help: 'Wie Auswählen, neben dem, was schon ausgewählt ist.',
  },
  'select.walk.left': {
    title: 'Zum Bauteil links gehen',
    help: 'Setzt den Fokus entlang einer Verbindung oder auf das nächste Bauteil.',
  },
  'select.walk.right': {
    title: 'Zum Bauteil rechts gehen',
    help: 'Setzt den Fokus entlang einer Verbindung oder auf das nächste Bauteil.',
  },
  'select.walk.up': {
    title: 'Zum Bauteil darüber gehen',
    help: 'Setzt den Fokus entlang einer Verbindung oder auf das nächste Bauteil.',
  },
  'select.walk.down': {
    title: 'Zum Bauteil darunter gehen',
    help: 'Setzt den Fokus entlang einer Verbindung oder auf das nächste Bauteil.',
  },
  'arrange.selection': {
    title: 'Auswahl anordnen',
    help: 'Gibt den gewählten Bauteilen Plätze nach ihren Verbindungen; der Rest bleibt.',
  },
  'arrange.align.left': { title: 'Links ausrichten', help: 'Bringt die linken Kanten der Auswahl auf eine Linie.' },
  'arrange.align.centre': {
    title: 'Waagerecht mittig ausrichten',
    help: 'Bringt die Mitten der Auswahl untereinander.',
  },
  'arrange.align.right': { title: 'Rechts ausrichten', help: 'Bringt die rechten Kanten der Auswahl auf eine Linie.' },
  'arrange.align.top': { title: 'Oben ausrichten', help: 'Bringt die oberen Kanten der Auswahl auf eine Linie.' },
  'arrange.align.middle': {
    title: 'Senkrecht mittig ausrichten',
    help: 'Bringt die Mitten der Auswahl nebeneinander.',
  },
  'arrange.align.bottom': { title: 'Unten ausrichten', help: 'Bringt die unteren Kanten der Auswahl auf eine Linie.' },
  'arrange.distribute.horizontal': {
    title: 'Waagerecht verteilen',
    help: 'Macht die Abstände in der Auswahl von links nach rechts gleich.',
  },
  'arrange.distribute.vertical': {
    title: 'Senkrecht verteilen',
    help: 'Macht die Abstände in der Auswahl von oben nach unten gleich.',
  },
  'arrange.sameSize': {
    title: 'Gruppen und Notizen gleich groß machen',
    help: 'Macht die gewählten Gruppen und Notizen so groß wie die größte.',
  },
  'arrange.move.left': { title: 'Auswahl nach links rücken', help: 'Rückt die Auswahl um einen Schritt des Rasters.' },
  'arrange.move.right': {
    title: 'Auswahl nach rechts rücken',
    help: 'Rückt die Auswahl um einen Schritt des Rasters.',
  },
  'arrange.move.up': { title: 'Auswahl nach oben rücken', help: 'Rückt die Auswahl um einen Schritt des Rasters.' },
  'arrange.move.down': { title: 'Auswahl nach unten rücken', help: 'Rückt die Auswahl um einen Schritt des Rasters.' },
  'edit.bend': {
    title: 'Knick hinzufügen',
    help: 'Fügt der gewählten Verbindung in der Mitte ihrer Linie einen Knick hinzu.',
  },
  'edit.straighten': {
    title: 'Begradigen',
    help: 'Entfernt alle Knicke; die Verbindung sucht ihren Weg wieder selbst.',
  },
  'edit.changeEnds': {
    title: 'Enden ändern…',
    help: 'Fragt, welche Bauteile die Verbindung verbinden soll; alles andere an ihr bleibt.',
  },
  'view.fitSelection': { title: 'Auf die Auswahl zoomen', help: 'Zeichnet die Auswahl so groß wie möglich.' },
  'view.find': { title: 'Bauteil suchen…', help: 'Sucht Bauteile auf der Zeichenfläche nach Name, Art oder Technik.' },
  'view.focus': {
    title: 'Bauteil hervorheben',
    help: 'Blendet alles ab außer dem gewählten Bauteil, seinen Aufrufern und Aufgerufenen.',
  },
  'view.endFocus': { title: 'Hervorhebung beenden', help: 'Zeigt wieder den ganzen Entwurf.' },
  'view.present': { title: 'Vorführen', help: 'Zeigt den Entwurf allein auf dem Bildschirm, Gruppe für Gruppe.' },
  'view.colour': {
    title: 'Färben nach {{what}}',
    help: 'Färbt die Zeichenfläche danach, mit einer Legende.',
    what: {
      family: 'Familie',
      group: 'Gruppe',
      protocol: 'Protokoll',
      utilisation: 'Auslastung',
      wait: 'Wartezeit',
      errors: 'Fehlerrate',
      cost: 'Kosten',
      rate: 'Rate',
    },
  },
  'simulate.onEveryEdit': {
    title: 'Bei jeder Änderung simulieren',
    help: 'Rechnet das Szenario kurz nach jeder Änderung durch; noch einmal beendet es das.',
  },
  'simulate.saveFigures': {
    title: 'Zahlen speichern…',
    help: 'Speichert Tabellen als CSV und Diagramme als SVG oder PNG.',
  },
  'simulate.saveReport': {
    title: 'Bericht speichern…',
    help: 'Speichert eine HTML-Seite, die sagt, was der Lauf gezeigt hat.',
  },
  'simulate.pin': {
    title: 'Lauf zum Vergleich anheften oder lösen',
    help: 'Vergleicht spätere Läufe mit dem gezeigten.',
  },
  'simulate.timeline': {
    title: 'Zeitleiste öffnen',
    help: 'Zeigt Ankünfte, Störungen und Rollouts des Szenarios groß über der Zeit.',
  },
  'simulate.compareScenarios': {
    title: 'Szenarien vergleichen…',
    help: 'Zeigt nebeneinander, worin sich zwei Szenarien unterscheiden.',
  },
  component: { title: '{{what}} hinzufügen', help: 'Fügt ein Bauteil dieser Art an einer freien Stelle hinzu.' },
  export: {
    title: 'Nach {{what}} exportieren…',
    help: 'Zeigt die Dateien dieses Formats, bevor sie gespeichert werden.',
  },
  template: { title: 'Neuer Entwurf: {{what}}', help: 'Öffnet diese Vorlage in einem eigenen Reiter.' },
  recent: { title: '{{what}} öffnen', help: 'Öffnet eine Datei, die schon einmal offen war.' },
};
