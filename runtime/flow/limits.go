package flow

// The limits of a bot. Each is far above what a good bot needs and low enough
// that a broken or hostile file can't hurt: it is refused while it is read or validated.
const (
	MaxBytes     = 32 << 20 // of a bot file: MaxEntries entries of a few paragraphs each
	MaxFlows     = 20       // one per matter; more can't be found in a list
	MaxNodes     = 500      // in all flows; the canvas was measured fluent up to here
	MaxBlocks    = 30       // in a node; a card longer than a screen can't be read
	MaxChoices   = 12       // more than a phone shows; such a question should be two
	MaxBranches  = 12       // as MaxChoices
	MaxRules     = 10       // of a branch
	MaxVariables = 100      // in a list that one looks through
	MaxEntries   = 10_000   // the largest knowledge base that search was measured with
	MaxPhrases   = 100      // of an entry or a listener
	MaxVariants  = 10       // of a text that replaces default texts
	MaxDomains   = 50
	MaxSynonyms  = 500     // groups; each may hold up to MaxPhrases words
	MaxBoldness  = 5       // steps of the slider
	MaxCanvas    = 4 << 10 // bytes of a node's or flow's "_canvas": positions and a note

	MaxID     = 64     // characters of ids: the client makes them, 16 are usual
	MaxName   = 64     // characters of names of bots, flows, variables, assistants
	MaxTitle  = 120    // characters of a node's title; one line of a card
	MaxLabel  = 80     // characters of a choice; longer ones don't look like buttons
	MaxPrompt = 1_000  // characters of questions and default texts
	MaxText   = 5_000  // characters said at once, also after variables are filled in
	MaxEntry  = 20_000 // characters of an entry's answer
	MaxQuery  = 500    // characters of an entry's question or phrase
	MaxURL    = 2_000  // characters; browsers cut longer ones

	MaxAnswer  = 4_000  // characters of what a customer writes at once; also of a message left
	MaxHeard   = 200    // characters of the text before, kept for follow-ups
	MaxTries   = 10     // asking more often is not help
	MinSilence = 15     // seconds; people need that long to read a question
	MaxSilence = 86_400 // seconds; after a day nobody looks at the window
	MaxWait    = 10_000 // milliseconds of typing dots; longer looks broken

	MaxSteps    = 250 // blocks run in one turn; beyond it the bot is in a loop
	MaxVisits   = 10  // of one node in one turn, likewise
	MaxSilences = 3   // silences in a row that the bot reacts to, so that it never talks to itself
	MaxTrail    = 30  // questions that "back" remembers
	MaxOffers   = 3   // entries of a "did you mean"
	MaxParts    = 3   // questions of one message that are answered
)

// The defaults of what an owner may leave empty.
const (
	DefaultPatience = 3   // misunderstandings: the second offers a person, the third calls one
	DefaultTries    = 3   // answers that don't fit
	DefaultSilence  = 300 // seconds; long enough to look for an order number in the mail
	DefaultCountry  = "PL"
	StatementDays   = 14 // for the shop to answer a complaint, or to pay back after a withdrawal: act on consumer rights, art. 7a and 32
	DefaultBoldness = 3  // 4 of 100 messages that no entry answers get an answer, on the questions it was measured with
)

// What Okienko adds to every bot. Such ids begin with "@", which no id of an owner may.
const (
	HumanNode  = "@human" // the node of a way to a person, and the choice that leads there
	MenuChoice = "@menu"  // the choice that leads to the start of the main flow
	PassChoice = "@pass"  // hands over the last text that nothing fitted
	EntryMark  = "faq:"   // begins the id of a choice that stands for an entry
)
