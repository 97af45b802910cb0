package builder

import (
	"cmp"
	"errors"
	"io"
	"net/http"
	"time"

	"okienko/builder/faqfile"
	"okienko/runtime/fault"
	"okienko/runtime/flow"
	"okienko/runtime/store"
	"okienko/views"
	"okienko/views/owner"
)

// importBody is a whole file with what a form puts around it.
const importBody = faqfile.MaxBytes + 1<<20

func (b *Builder) importRoutes() []Route {
	return []Route{
		{Method: "GET", Pattern: "/bots/{bot}/entries/import", Role: store.Editor, Handler: try(b.importForm)},
		{Method: "POST", Pattern: "/bots/{bot}/entries/import", Role: store.Editor, Handler: try(b.previewImport), Body: importBody},
		{Method: "POST", Pattern: "/bots/{bot}/entries/import/confirm", Role: store.Editor, Handler: try(b.confirmImport)},
	}
}

func (b *Builder) importForm(w http.ResponseWriter, r *http.Request) error {
	views.Render(w, r, http.StatusOK, owner.Import(owner.ImportModel{Bot: ref(r.Context()).Bot}))
	return nil
}

// previewImport reads a file or a pasted text and shows what an import would do. Nothing is written.
func (b *Builder) previewImport(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	model := owner.ImportModel{Bot: ref(ctx).Bot, Text: r.FormValue("text")}
	rows, err := readRows(r)
	if trouble := fault.Of(err); err != nil && trouble.Code != fault.Internal {
		model.Trouble = views.Say(ctx, trouble)
		views.Render(w, r, fault.Status(trouble.Code), owner.Import(model))
		return nil
	}
	if err != nil {
		return err
	}
	plan, _, err := b.plan(r, rows)
	if err != nil {
		return err
	}
	model.Ticket = b.imports.keep(who(ctx).ID, rows, b.Now())
	model.Plan = importPlan(plan)
	views.Render(w, r, http.StatusOK, owner.ImportPreview(model))
	return nil
}

// confirmImport writes what the preview showed, compared once more with what is there by now.
func (b *Builder) confirmImport(w http.ResponseWriter, r *http.Request) error {
	ctx, ref := r.Context(), ref(r.Context())
	rows, ok := b.imports.take(who(ctx).ID, r.PostFormValue("ticket"), b.Now())
	if !ok {
		return fault.New(fault.Gone, "fault.import_gone")
	}
	plan, records, err := b.plan(r, rows)
	if err != nil {
		return err
	}
	if err := b.Store.SaveEntries(ctx, ref, planned(plan, records)); err != nil {
		return err
	}
	if err := b.sessions.Tell(w, r, "entries.imported"); err != nil {
		return err
	}
	views.Go(w, r, "/bots/"+ref.Bot+"/entries")
	return nil
}

func readRows(r *http.Request) ([]faqfile.Row, error) {
	file, _, err := r.FormFile("file")
	if errors.Is(err, http.ErrMissingFile) || errors.Is(err, http.ErrNotMultipart) {
		return faqfile.ReadText(r.FormValue("text"))
	}
	if err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "fault.import_unreadable")
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, faqfile.MaxBytes+1))
	if err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "fault.import_unreadable")
	}
	if len(data) == 0 {
		return faqfile.ReadText(r.FormValue("text"))
	}
	return faqfile.Read(data)
}

func (b *Builder) plan(r *http.Request, rows []faqfile.Row) (faqfile.Plan, []store.EntryRecord, error) {
	records, err := b.Store.Entries(r.Context(), ref(r.Context()))
	if err != nil {
		return faqfile.Plan{}, nil, err
	}
	existing := make([]flow.Entry, len(records))
	for i, record := range records {
		existing[i] = record.Entry
	}
	return faqfile.Preview(rows, existing), records, nil
}

// planned are the records to write: new ones behind all others, changed ones in their places.
func planned(plan faqfile.Plan, records []store.EntryRecord) []store.EntryRecord {
	order := map[string]int{}
	for _, record := range records {
		order[record.ID] = record.Order
	}
	next := nextOrder(records)
	var list []store.EntryRecord
	for _, change := range plan.Changed {
		list = append(list, store.EntryRecord{Entry: change.Row.Entry, Order: order[change.Row.Entry.ID]})
	}
	for i, row := range plan.Added {
		list = append(list, store.EntryRecord{Entry: row.Entry, Order: next + i})
	}
	return list
}

func importPlan(plan faqfile.Plan) owner.ImportPlan {
	var shown owner.ImportPlan
	for _, row := range plan.Added {
		shown.Added = append(shown.Added, importRow(row))
	}
	for _, change := range plan.Changed {
		line := importRow(change.Row)
		line.Before, line.Fields = change.Before, change.Fields
		shown.Changed = append(shown.Changed, line)
	}
	for _, row := range plan.Refused {
		shown.Refused = append(shown.Refused, importRow(row))
	}
	shown.Same = len(plan.Same)
	return shown
}

func importRow(row faqfile.Row) owner.ImportRow {
	line := owner.ImportRow{Line: row.Line, Entry: row.Entry}
	line.Entry.Question = cmp.Or(row.Entry.Question, row.Entry.Answer)
	if row.Refusal != nil {
		line.Key, line.Args = row.Refusal.Key, row.Refusal.Args
	}
	return line
}

// importLife is how long a preview can be confirmed.
const importLife = 30 * time.Minute
