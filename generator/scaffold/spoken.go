package scaffold

import (
	"fmt"
	"strings"
)

// spoken is what new files say to the readers of a site, in its language. The notes in them are for the coach and stay English.
type spoken struct {
	firstPlan string            // the title of the first plan for a runner type, with %s for the type's name
	examples  map[string]string // by key, as TOML; a format's own example where there is none
	article   []string          // the first paragraphs
	website   string            // a link to another website
	links     map[string]string // links within the site by scheme, with %s for what they lead to
	card      string            // the paragraph above an exercise that is shown as a card

	easier, harder string // end the file name of an exercise below and above one
}

// language returns the language of the site without its region: "de" of "de-AT".
func (s *Site) language() string {
	language, _, _ := strings.Cut(s.Settings.Language, "-")
	return strings.ToLower(language)
}

// spoken returns what new files say in the language of the site, or in English where they do not know it.
func (s *Site) spoken() spoken {
	if words, ok := languages[s.language()]; ok {
		return words
	}
	return languages["en"]
}

// link returns an item of a list: a link of a scheme to what has an id.
func (w *spoken) link(scheme, id string) string { return fmt.Sprintf(w.links[scheme], id) }

var languages = map[string]spoken{
	"en": {
		firstPlan: "%s: first eight weeks",
		article: []string{
			"Begin with what matters most to your runner. This first paragraph also stands in the lists, until you write a summary above.",
			"## A heading",
			"A blank line begins a new paragraph. Two stars make words **heavy**, one makes them *slanted*. Links are the only other thing to learn:",
		},
		website: "- to another website: [the words to click](https://example.org/)",
		links: map[string]string{
			"exercise": "- to an exercise, by the name of its file: [the words to click](exercise:%s)",
			"plan":     "- to a plan, by the name of its file: [the words to click](plan:%s)",
			"runner":   "- to a type of runner, by the name of its file: [the words to click](runner:%s)",
			"source":   "- to a source, by its name in sources.toml, which is then listed at the end: [the authors and the year](source:%s)",
		},
		card:   "With an exclamation mark, and on a line of its own, an exercise becomes a card:",
		easier: "-with-help", harder: "-with-weight",
	},
	"de": {
		firstPlan: "%s: die ersten acht Wochen",
		examples: map[string]string{
			"warm_up": `"Fünf Minuten locker bewegen, dann je ein leichter Satz der ersten beiden Übungen."`,
			"signs":   `["Ich laufe und mache überhaupt kein Krafttraining."]`,
			"aim":     `"Ein einfacher Anfang, den du durchhalten und aufschreiben kannst."`,
			"cues":    `["Halt das Gewicht an der Brust.", "Setz dich zwischen deine Fersen."]`,
			"stop":    `["deine Fersen abheben."]`,
		},
		article: []string{
			"Beginn mit dem, was deinem Läufer am wichtigsten ist. Dieser erste Absatz steht auch in den Listen, bis du oben bei summary eine Zusammenfassung schreibst.",
			"## Eine Überschrift",
			"Nach einer leeren Zeile beginnt ein neuer Absatz. Zwei Sterne machen Wörter **fett**, einer macht sie *kursiv*. Dann musst du nur noch lernen, wie man verlinkt:",
		},
		website: "- auf eine andere Website: [die Wörter zum Anklicken](https://example.org/)",
		links: map[string]string{
			"exercise": "- auf eine Übung, mit dem Namen ihrer Datei: [die Wörter zum Anklicken](exercise:%s)",
			"plan":     "- auf einen Plan, mit dem Namen seiner Datei: [die Wörter zum Anklicken](plan:%s)",
			"runner":   "- auf einen Läufertyp, mit dem Namen seiner Datei: [die Wörter zum Anklicken](runner:%s)",
			"source":   "- auf eine Quelle, mit ihrem Namen in sources.toml; sie steht dann auch am Ende: [die Autoren und das Jahr](source:%s)",
		},
		card:   "Mit einem Ausrufezeichen, und allein in einer Zeile, wird aus einer Übung eine Karte:",
		easier: "-mit-hilfe", harder: "-mit-gewicht",
	},
	"es": {
		firstPlan: "%s: las primeras ocho semanas",
		examples: map[string]string{
			"warm_up": `"Cinco minutos de movimiento suave y una serie ligera de cada uno de los dos primeros ejercicios."`,
			"signs":   `["Corro y no hago nada de fuerza."]`,
			"aim":     `"Un comienzo sencillo que puedes mantener y anotar."`,
			"cues":    `["Sujeta el peso contra el pecho.", "Siéntate entre los talones."]`,
			"stop":    `["Se te levantan los talones."]`,
		},
		article: []string{
			"Empieza por lo que más le importa a quien te lee. Este primer párrafo sale también en las listas, hasta que escribas arriba un resumen en summary.",
			"## Un título",
			"Después de una línea en blanco empieza un párrafo nuevo. Dos asteriscos ponen las palabras en **negrita**, uno las pone en *cursiva*. Solo te queda aprender los enlaces:",
		},
		website: "- a otro sitio web: [las palabras del enlace](https://example.org/)",
		links: map[string]string{
			"exercise": "- a un ejercicio, con el nombre de su archivo: [las palabras del enlace](exercise:%s)",
			"plan":     "- a un plan, con el nombre de su archivo: [las palabras del enlace](plan:%s)",
			"runner":   "- a un tipo de corredor, con el nombre de su archivo: [las palabras del enlace](runner:%s)",
			"source":   "- a una fuente, con su nombre en sources.toml; así aparece también al final: [los autores y el año](source:%s)",
		},
		card:   "Con un signo de exclamación, y en una línea para él solo, un ejercicio se convierte en una tarjeta:",
		easier: "-con-ayuda", harder: "-con-peso",
	},
	"fr": {
		firstPlan: "%s\u00a0: les huit premières semaines",
		examples: map[string]string{
			"warm_up": `"Bouge doucement cinq minutes, puis fais une série légère des deux premiers exercices."`,
			"signs":   `["Je cours, et je ne fais aucune musculation."]`,
			"aim":     `"Un début simple, que tu peux tenir et noter."`,
			"cues":    `["Tiens la charge contre ta poitrine.", "Assieds-toi entre tes talons."]`,
			"stop":    `["Tes talons décollent."]`,
		},
		article: []string{
			"Commence par ce qui compte le plus pour ton coureur. Ce premier paragraphe figure aussi dans les listes, tant que tu n’as pas écrit de résumé plus haut, après summary.",
			"## Un titre",
			"Une ligne vide commence un nouveau paragraphe. Deux étoiles mettent des mots en **gras**, une seule les met en *italique*. Il ne reste à apprendre que les liens\u00a0:",
		},
		website: "- vers un autre site\u00a0: [les mots à cliquer](https://example.org/)",
		links: map[string]string{
			"exercise": "- vers un exercice, par le nom de son fichier\u00a0: [les mots à cliquer](exercise:%s)",
			"plan":     "- vers un plan, par le nom de son fichier\u00a0: [les mots à cliquer](plan:%s)",
			"runner":   "- vers un profil de coureur, par le nom de son fichier\u00a0: [les mots à cliquer](runner:%s)",
			"source":   "- vers une source, par son nom dans sources.toml, qui figure alors aussi à la fin\u00a0: [les auteurs et l’année](source:%s)",
		},
		card:   "Avec un point d’exclamation, et seul sur sa ligne, un exercice devient une carte\u00a0:",
		easier: "-avec-aide", harder: "-avec-charge",
	},
	"nl": {
		firstPlan: "%s: de eerste acht weken",
		examples: map[string]string{
			"warm_up": `"Vijf minuten rustig bewegen, dan één lichte set van de eerste twee oefeningen."`,
			"signs":   `["Ik loop hard en doe helemaal geen krachttraining."]`,
			"aim":     `"Een eenvoudige start die je kunt volhouden en opschrijven."`,
			"cues":    `["Houd het gewicht tegen je borst.", "Zak tussen je hielen."]`,
			"stop":    `["je hielen loskomen."]`,
		},
		article: []string{
			"Begin met wat voor je loper het belangrijkst is. Deze eerste alinea staat ook in de lijsten, tot je hierboven bij summary een samenvatting schrijft.",
			"## Een kop",
			"Na een lege regel begint een nieuwe alinea. Twee sterretjes maken woorden **vet**, één maakt ze *cursief*. Verder hoef je alleen nog links te leren:",
		},
		website: "- naar een andere website: [de woorden om op te klikken](https://example.org/)",
		links: map[string]string{
			"exercise": "- naar een oefening, met de naam van het bestand: [de woorden om op te klikken](exercise:%s)",
			"plan":     "- naar een schema, met de naam van het bestand: [de woorden om op te klikken](plan:%s)",
			"runner":   "- naar een lopertype, met de naam van het bestand: [de woorden om op te klikken](runner:%s)",
			"source":   "- naar een bron, met de naam in sources.toml; de bron staat dan ook aan het eind: [de auteurs en het jaar](source:%s)",
		},
		card:   "Met een uitroepteken, en alleen op een regel, wordt een oefening een kaart:",
		easier: "-met-hulp", harder: "-met-gewicht",
	},
	"pt": {
		firstPlan: "%s: as primeiras oito semanas",
		examples: map[string]string{
			"warm_up": `"Cinco minutos de movimento leve, depois uma série leve dos dois primeiros exercícios."`,
			"signs":   `["Eu corro e não faço nenhum treino de força."]`,
			"aim":     `"Um começo simples, que você consegue manter e anotar."`,
			"cues":    `["Segure o peso junto ao peito.", "Sente-se entre os calcanhares."]`,
			"stop":    `["os calcanhares saírem do chão."]`,
		},
		article: []string{
			"Comece pelo que mais importa para quem corre com você. Este primeiro parágrafo também aparece nas listas, até você escrever um resumo acima, em summary.",
			"## Um título",
			"Uma linha em branco começa um novo parágrafo. Dois asteriscos deixam as palavras em **negrito**, um as deixa em *itálico*. Só falta aprender os links:",
		},
		website: "- para outro site: [as palavras em que se clica](https://example.org/)",
		links: map[string]string{
			"exercise": "- para um exercício, pelo nome do arquivo: [as palavras em que se clica](exercise:%s)",
			"plan":     "- para um plano, pelo nome do arquivo: [as palavras em que se clica](plan:%s)",
			"runner":   "- para um tipo de corredor, pelo nome do arquivo: [as palavras em que se clica](runner:%s)",
			"source":   "- para uma fonte, pelo nome em sources.toml; ela aparece então também no fim: [os autores e o ano](source:%s)",
		},
		card:   "Com um ponto de exclamação, e sozinho numa linha, um exercício vira um cartão:",
		easier: "-com-ajuda", harder: "-com-peso",
	},
}
