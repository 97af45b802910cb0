package main

import _ "embed"

// finders is the beginning of every script of a story: functions that are gone when the script has run,
// so that pages are not touched by being watched.
//
//go:embed assets/js/story/find.js
var finders string
