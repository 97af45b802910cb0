package store

import (
	"context"

	"okienko/runtime/store/kv"
)

// releaseInfoKind keeps what lists show, so that they need not read whole bots.
var (
	releaseKind     = newKind[Release]("release", "sbsrn", "store.no_release").needing(needsBot)
	releaseInfoKind = newKind[ReleaseInfo]("release_info", "sbsin", "store.no_release").needing(func(parts []any, body any) []key {
		return []key{releaseKey(refOf(parts), body.(*ReleaseInfo).Number)}
	})
)

func releaseKey(ref BotRef, number int) key { return inBot(ref).mark('r').number(int64(number)) }

func releaseInfosKey(ref BotRef) key { return inBot(ref).mark('i') }

// Publish makes a release immutable under the next number and makes it the live one.
// A zero At becomes now.
func (s *Store) Publish(ctx context.Context, ref BotRef, release Release) (Release, error) {
	release.At = orNow(release.At, s.now())
	err := s.update(ctx, func(tx kv.Tx) error {
		bot, err := get[Bot](tx, botKind, botKey(ref))
		if err != nil {
			return err
		}
		release.Number = bot.Release + 1
		bot.Release = release.Number
		if err := put(tx, releaseKey(ref, release.Number), release); err != nil {
			return err
		}
		if err := put(tx, releaseInfosKey(ref).number(int64(release.Number)), infoOf(release)); err != nil {
			return err
		}
		return put(tx, botKey(ref), bot)
	})
	return release, err
}

// Release returns a published bot with its entries.
func (s *Store) Release(ctx context.Context, ref BotRef, number int) (Release, error) {
	return read(ctx, s, func(r kv.Reader) (Release, error) {
		return get[Release](r, releaseKind, releaseKey(ref, number))
	})
}

// Releases lists what was published, newest first.
func (s *Store) Releases(ctx context.Context, ref BotRef) ([]ReleaseInfo, error) {
	return read(ctx, s, func(r kv.Reader) ([]ReleaseInfo, error) {
		list := []ReleaseInfo{}
		prefix := releaseInfosKey(ref)
		for k, record := range r.ScanBack(prefix, prefix.end()) {
			var info ReleaseInfo
			if err := readable(releaseInfoKind, k, decode(k, record, &info)); err != nil {
				return nil, err
			}
			list = append(list, info)
		}
		return list, nil
	})
}

func infoOf(release Release) ReleaseInfo {
	nodes := 0
	for _, flow := range release.Bot.Flows {
		nodes += len(flow.Nodes)
	}
	return ReleaseInfo{
		Number: release.Number, At: release.At, User: release.User, Email: release.Email, Note: release.Note,
		Revision: release.Revision, Nodes: nodes, Entries: len(release.Bot.Entries),
	}
}
