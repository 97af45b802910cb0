// Okienko: one file to run, one folder to keep.
package main

func main() {}
