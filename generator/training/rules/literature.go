package rules

import "github.com/legpress/legpress/generator/training"

// Source returns the source with the id, or nil.
func Source(id string) *training.Source {
	for _, s := range Literature() {
		if s.ID == id {
			return s
		}
	}
	return nil
}

// BesideRules returns the ids of the sources that the page on the method names beside the rules: where it says when to stop training, and
// what is not claimed.
func BesideRules() []string { return []string{"robertson-2017", "wu-2024"} }

// Literature returns what the rules stand on, by id.
func Literature() []*training.Source {
	return []*training.Source{
		{
			ID: "acsm-2009", Authors: "Ratamess NA, Alvar BA, Evetoch TK, et al.", Year: 2009,
			Title:   "American College of Sports Medicine position stand. Progression models in resistance training for healthy adults",
			Journal: "Medicine & Science in Sports & Exercise 41:687-708", DOI: "10.1249/MSS.0b013e3181915670",
		},
		{
			ID: "acsm-2026", Authors: "Phillips, et al.", Year: 2026,
			Title: "Position stand of the American College of Sports Medicine on resistance training",
			Note:  "A review of 137 reviews, as others report it.",
		},
		{
			ID: "alexander-2020", Authors: "Alexander JLN, Barton CJ, Willy RW", Year: 2020,
			Title:   "Infographic. Running myth: strength training should be high repetition low load to improve running performance",
			Journal: "British Journal of Sports Medicine 54:813",
		},
		{
			ID: "beattie-2017", Authors: "Beattie K, Carson BP, Lyons M, Rossiter A, Kenny IC", Year: 2017,
			Title:   "The effect of strength training on performance indicators in distance runners",
			Journal: "Journal of Strength and Conditioning Research 31:9-23", DOI: "10.1519/JSC.0000000000001464",
		},
		{
			ID: "blagrove-2018", Authors: "Blagrove RC, Howatson G, Hayes PR", Year: 2018,
			Title:   "Effects of strength training on the physiological determinants of middle- and long-distance running performance: a systematic review",
			Journal: "Sports Medicine 48:1117-1149", DOI: "10.1007/s40279-017-0835-7",
		},
		{
			ID: "bosquet-2007", Authors: "Bosquet L, Montpetit J, Arvisais D, Mujika I", Year: 2007,
			Title:   "Effects of tapering on performance: a meta-analysis",
			Journal: "Medicine & Science in Sports & Exercise 39:1358-1365", DOI: "10.1249/mss.0b013e31806010e0",
		},
		{
			ID: "chaves-2024", Authors: "Chaves TS, Scarpelli MC, Bergamasco JGA, et al.", Year: 2024,
			Title:   "Effects of resistance training overload progression protocols on strength and muscle mass",
			Journal: "International Journal of Sports Medicine 45:504-510", DOI: "10.1055/a-2256-5857",
		},
		{
			ID: "doma-2013", Authors: "Doma K, Deakin GB", Year: 2013,
			Title:   "The effects of strength training and endurance training order on running economy and performance",
			Journal: "Applied Physiology, Nutrition, and Metabolism 38:651-656", DOI: "10.1139/apnm-2012-0362",
		},
		{
			ID: "doma-2015", Authors: "Doma K, Deakin G", Year: 2015,
			Title:   "The acute effect of concurrent training on running performance over 6 days",
			Journal: "Research Quarterly for Exercise and Sport 86:387-396", DOI: "10.1080/02701367.2015.1053104",
		},
		{
			ID: "doma-2019", Authors: "Doma K, Deakin GB, Schumann M, Bentley DJ", Year: 2019,
			Title:   "Training considerations for optimising endurance development: an alternate concurrent training perspective",
			Journal: "Sports Medicine", DOI: "10.1007/s40279-019-01072-2",
			Note: "As others report it.",
		},
		{
			ID: "eihara-2022", Authors: "Eihara Y, Takao K, Sugiyama T, et al.", Year: 2022,
			Title:   "Heavy resistance training versus plyometric training for improving running economy and running time trial performance: a systematic review and meta-analysis",
			Journal: "Sports Medicine - Open 8:138", DOI: "10.1186/s40798-022-00511-1",
		},
		{
			ID: "halperin-2022", Authors: "Halperin I, Malleron T, Har-Nir I, et al.", Year: 2022,
			Title:   "Accuracy in predicting repetitions to task failure in resistance exercise: a scoping review and exploratory meta-analysis",
			Journal: "Sports Medicine 52:377-390", DOI: "10.1007/s40279-021-01559-x",
		},
		{
			ID: "iversen-2021", Authors: "Iversen VM, Norum M, Schoenfeld BJ, Fimland MS", Year: 2021,
			Title:   "No time to lift? Designing time-efficient training programs for strength and hypertrophy: a narrative review",
			Journal: "Sports Medicine 51:2079-2095", DOI: "10.1007/s40279-021-01490-1",
		},
		{
			ID: "llanos-lagos-2024", Authors: "Llanos-Lagos C, Ramirez-Campillo R, Moran J, Sáez de Villarreal E", Year: 2024,
			Title:   "Effect of strength training programs in middle- and long-distance runners' economy at different running speeds: a systematic review with meta-analysis",
			Journal: "Sports Medicine 54:895-932", DOI: "10.1007/s40279-023-01978-y",
		},
		{
			ID: "martinez-navarro-2021", Authors: "Martínez-Navarro I, Montoya-Vieco A, Hernando C, Hernando B, Panizo N, Collado E", Year: 2021,
			Title:   "The week after running a marathon: effects of running vs elliptical training vs resting on neuromuscular performance and muscle damage recovery",
			Journal: "European Journal of Sport Science 21:1668-1674", DOI: "10.1080/17461391.2020.1857441",
		},
		{
			ID: "nuzzo-2024", Authors: "Nuzzo JL, Pinto MD, Kirk BJC, Nosaka K", Year: 2024,
			Title:   "Resistance exercise minimal dose strategies for increasing muscle strength in the general population: an overview",
			Journal: "Sports Medicine 54:1139-1162", DOI: "10.1007/s40279-024-02009-0",
		},
		{
			ID: "plotkin-2022", Authors: "Plotkin D, et al.", Year: 2022,
			Title:   "Progressive overload without progressing load? The effects of load or repetition progression on muscular adaptations",
			Journal: "PeerJ 10:e14142", DOI: "10.7717/peerj.14142",
		},
		{
			ID: "robertson-2017", Authors: "Robertson GA, Wood AM", Year: 2017,
			Title:   "Femoral neck stress fractures in sport: a current concepts review",
			Journal: "Sports Medicine International Open 1:E58-E68", DOI: "10.1055/s-0043-103946",
		},
		{
			ID: "robineau-2016", Authors: "Robineau J, Babault N, Piscione J, Lacome M, Bigard AX", Year: 2016,
			Title:   "Specific training effects of concurrent aerobic and strength exercises depend on recovery duration",
			Journal: "Journal of Strength and Conditioning Research 30:672-683", DOI: "10.1519/JSC.0000000000000798",
		},
		{
			ID: "rogerson-2024", Authors: "Rogerson D, Nolan D, Androulakis Korakakis P, Immonen V, Wolf M, Bell L", Year: 2024,
			Title:   "Deloading practices in strength and physique sports: a cross-sectional survey",
			Journal: "Sports Medicine - Open 10:26", DOI: "10.1186/s40798-024-00691-y",
		},
		{
			ID: "schumann-2022", Authors: "Schumann M, Feuerbacher JF, Sünkeler M, Freitag N, Rønnestad BR, Doma K, Lundberg TR", Year: 2022,
			Title:   "Compatibility of concurrent aerobic and strength training for skeletal muscle size and function: an updated systematic review and meta-analysis",
			Journal: "Sports Medicine 52", DOI: "10.1007/s40279-021-01587-7",
		},
		{
			ID: "spiering-2021", Authors: "Spiering BA, Mujika I, Sharp MA, Foulis SA", Year: 2021,
			Title:   "Maintaining physical performance: the minimal dose of exercise needed to preserve endurance and strength over time",
			Journal: "Journal of Strength and Conditioning Research 35:1449-1458", DOI: "10.1519/JSC.0000000000003964",
		},
		{
			ID: "takayama-2017", Authors: "Takayama F, Aoyagi A, Shimazu W, Nabekura Y", Year: 2017,
			Title:   "Effects of marathon running on aerobic fitness and performance in recreational runners one week after a race",
			Journal: "Journal of Sports Medicine 2017:9402386", DOI: "10.1155/2017/9402386",
		},
		{
			ID: "toresdahl-2020", Authors: "Toresdahl BG, McElheny K, Metzl J, Ammerman B, Chang B, Kinderknecht J", Year: 2020,
			Title:   "A randomized study of a strength training program to prevent injuries in runners of the New York City Marathon",
			Journal: "Sports Health 12:74-79", DOI: "10.1177/1941738119877180",
		},
		{
			ID: "wu-2024", Authors: "Wu H, Brooke-Wavell K, Fong DTP, Paquette MR, Blagrove RC", Year: 2024,
			Title:   "Do exercise-based prevention programs reduce injury in endurance runners? A systematic review and meta-analysis",
			Journal: "Sports Medicine 54:1249-1267", DOI: "10.1007/s40279-024-01993-7",
		},
		{
			ID: "zanini-2025", Authors: "Zanini M, Folland JP, Wu H, Blagrove RC", Year: 2025,
			Title:   "Strength training improves running economy durability and fatigued high-intensity performance in well-trained male runners: a randomized control trial",
			Journal: "Medicine & Science in Sports & Exercise", DOI: "10.1249/MSS.0000000000003685",
		},
	}
}
