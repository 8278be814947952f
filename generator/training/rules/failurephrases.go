package rules

import (
	"regexp"
	"strings"
)

// Phrases of the theme's languages, in small letters and with straight apostrophes.
var (
	// painWords send runners on where it hurts.
	painWords = anyOf("pain hurt injur aches teeth suck schmerz schwäche zähne douleur souffrance dents dolor dientes pijn tanden dor dentes",
		`\bno pain\W{1,3}no gain`, `\b(?:push|run|train|work|go|lift|fight|grind|power|press|carry)(?:ing)? (?:on )?(?:right |straight )?through (?:the |your |any |all |some )?(?:pain|hurt)\b`,
		`\bignor(?:e|ing) (?:the |your |any |all )?(?:pain|aches)`, `\bpain is (?:just |only |nothing but )?(?:weakness|temporary|in your head|your friend|progress)`,
		`\bembrace the pain`, `\b(?:train|run|lift)(?:ing)? through (?:an? |the |your )?injur`, `\bif it hurts,? (?:it's working|it is working|keep going|keep on|go on|push on)`,
		`\b(?:supposed|meant) to hurt`, `\bgrit your teeth`, `\bsuck it up`,
		`\b(?:kein schmerz|ohne schmerz(?:en)?)\W{1,3}kein(?:e|en)? (?:gewinn|preis|fortschritt|erfolg)`, `\b(?:durch|gegen|über) den schmerz\b`, `\bignorier\pL* (?:den |die |deine |deinen |alle )?schmerz`,
		`\bschmerz(?:en)? (?:ignorieren|ausblenden|wegatmen|aushalten)`, `\bschmerz (?:ist|verlässt)[^.!?]{0,20}schwäche`, `\bschwäche, die den körper verlässt`, `\btrotz (?:der )?schmerzen? weiter`, `\bzähne zusammen`,
		`\b(?:pas de|sans) (?:douleur|souffrance)\W{1,3}(?:pas de|point de|aucun) (?:gain|résultat|progrès|victoire)`, `\bignore[rz]? (?:la|ta|tes|vos|votre|les) douleur`, `\bmalgré la douleur`,
		`(?:au-delà de|à travers|dépasse[rz]?) la douleur`, `\bla douleur (?:est|n'est que) (?:la |de la |une )?(?:faiblesse|temporaire|passagère)`, `\bserre[rz]? les dents`,
		`\bsin dolor\W{1,3}no hay (?:ganancia|gloria|progreso|recompensa|resultado)`, `\bignor(?:a|e|ar) (?:el|tu|su|los) dolor`, `\baguant(?:a|e|ar) el dolor`, `\ba (?:pesar|través) del dolor`,
		`\bel dolor es (?:debilidad|temporal|pasajero)`, `\baprieta los dientes`,
		`\b(?:geen|zonder) pijn\W{1,3}geen (?:winst|resultaat|vooruitgang|gewin)`, `\bnegeer (?:de |je |elke )?pijn`, `\bpijn negeren`, `\bdoor de pijn heen`, `\bpijn is (?:slechts |maar )?(?:zwakte|tijdelijk)`, `\btanden op elkaar`,
		`\bsem dor\W{1,3}(?:sem|não há) (?:ganho|resultado|progresso|glória)`, `\bignor(?:e|ar) a (?:sua )?dor`, `\b(?:aguente|suporte) a dor`, `\b(?:apesar da|através da) dor`, `\ba dor é (?:fraqueza|passageira|temporária)`, `\bcerre os dentes`,
	)

	// maximumWords send runners to failure, or to the heaviest weight.
	maximumWords = anyOf("max failure go until till exhaust give tank versagen umfallen erbrechen erschöpfung nichts gib quäl échec épuisement plus donne "+
		"fallo agotamiento poder caer reventar máximo dalo falen neervalt omvalt kunt uitputting geef falha exaustão aguentar cair tudo",
		`\b(?:to|till|until) failure\b`, `\bto (?:an? |the |your )?max(?:imum)?(?:[.,;:!)]|$)`, `\byour max(?:imum)?\b`, `\bmax(?:imum|imal)?[ -](?:out|weight|load)\b`, `\bgo for (?:an? )?(?:new )?(?:max(?:imum)?|1 ?rm|personal best|pr|pb)\b`,
		`\b(?:till|until) you (?:drop|collapse|fail|puke|throw up|can't (?:walk|move|stand|go on|continue))`, `\bto exhaustion\b`, `\b(?:till|until) exhaustion\b`, `\bgo hard or go home`,
		`\bgive it (?:everything|all|your all|110)\b`, `\bempty the tank`, `\bnothing (?:left )?in the tank`,
		`\bbis zum (?:maximum|versagen|muskelversagen|umfallen|erbrechen)\b`, `\bdein(?:em|en|es)? maximum\b`, `\bbis zur (?:völligen |totalen )?erschöpfung\b`, `\bbis nichts mehr geht`, `\bgib alles\b`, `\bquäl dich`,
		`\bjusqu'à (?:l'échec|l'épuisement|n'en plus pouvoir)`, `\b(?:ton|votre) max(?:imum)?\b`, `\bdonne[rz]? tout\b`,
		`\b(?:al|hasta el) (?:fallo|agotamiento)\b`, `\bhasta (?:no poder más|caer|reventar)`, `\btu máximo`, `\bdalo todo`,
		`\btot (?:spier)?falen\b`, `\btot je (?:erbij neervalt|omvalt|niet meer kunt)`, `\btot (?:totale |volledige )?uitputting`, `\bje maximum\b`, `\bgeef alles\b`,
		`\baté (?:à |a )?(?:falha|exaustão)`, `\baté (?:não aguentar|cair)`, `\bseu máximo`, `\bdê tudo`,
	)

	// countWords ask for all that can be done, which a test may where it says when to stop.
	countWords = anyOf("amrap max out many viele autant tantas veel quantas máximo",
		`\bamrap\b`, `\bmax(?:imum|imal)?[ -](?:effort|reps?|repetitions?)\b`, `\ball[ -]out\b`, `\bas many (?:reps |repetitions )?as (?:possible|you can)\b`,
		`\bso viele (?:wiederholungen )?wie möglich\b`, `\bautant de (?:répétitions )?que possible`, `\btantas (?:repeticiones )?como (?:puedas|sea posible)`, `\bzo veel (?:herhalingen )?mogelijk`, `\b(?:quantas|o máximo de) (?:repetições )?(?:puder|conseguir|repetições)`,
	)

	// endsInTime finds what ends a set before it fails: good form, or repetitions that are left.
	endsInTime = regexp.MustCompile(`(?:good|clean|tidy|proper|perfect) (?:form|technique|reps|repetitions|ones)|\bform (?:is|stays|holds|breaks|goes|slips|fails|changes)|\bin reserve|(?:ones|reps?|repetitions?) left|\bstop (?:when|while|before|as soon as|if)|\bshort of failure|` +
		`saubere|technik|in reserve|übrig|technique|en réserve|técnica|en reserva|techniek|in de tank|em reserva|de reserva`)

	// denied finds what turns the words behind it into good advice: "never to failure". A comma ends it, but for one in a list.
	denied = regexp.MustCompile(`(?:^|[^\pL])(?:not|never|never, ever|no|without|don't|avoid|nothing|forget|instead of|rather than|short of|far from|nicht|nie|niemals|ohne|kein\pL{0,2}|statt|vergiss|jamais|pas|sans|au lieu de|oublie[rz]?|` +
		`nunca|sin|en vez de|olvida|niet|nooit|geen|zonder|in plaats van|vergeet|não|sem|em vez de|esqueça)[^\pL](?:[^.!?;:,]|, ?(?:or|nor|oder|ou|ni|of|o) |, ?\pL+,)*$`)

	// denies finds the same behind the words: "is a myth".
	denies = regexp.MustCompile(`^[^.!?;:,]{0,4}(?:is|are|ist|est|es|é|was) (?:wrong|a myth|nonsense|bad advice|not (?:true|needed|necessary|asked|wanted|the (?:goal|aim|point))|falsch|unsinn|ein mythos|faux|un mythe|falso|un mito|onzin|een mythe|um mito)`)

	// shareOf finds the number before a maximum of which a share is meant: that is another rule's.
	shareOf = regexp.MustCompile(`(?:%|percent|per cent|prozent|procent|pour cent|por ciento|por cento)\s*(?:of|from|von|vom|des|de|du|van|do|da)?\s*$`)
)

// anyOf finds any of some words. Each of them has one of the stems, which are looked for first: most texts have none.
func anyOf(stems string, words ...string) phrases {
	return phrases{regexp.MustCompile(strings.Join(words, "|")), strings.Fields(stems)}
}
