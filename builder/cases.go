package builder

import (
	"net/http"
	"strconv"

	"okienko/runtime/fault"
	"okienko/runtime/store"
	"okienko/views"
	"okienko/views/owner"
)

func (b *Builder) closeCase(w http.ResponseWriter, r *http.Request) error {
	return b.setCase(w, r, "done")
}

func (b *Builder) reopenCase(w http.ResponseWriter, r *http.Request) error {
	return b.setCase(w, r, "new")
}

func (b *Builder) setCase(w http.ResponseWriter, r *http.Request, status string) error {
	ctx := r.Context()
	number, err := strconv.Atoi(r.PathValue("number"))
	if err != nil {
		return fault.New(fault.NotFound, "fault.case_not_found")
	}
	left, err := b.Store.Case(ctx, shop(ctx).ID, number)
	if err != nil {
		return err
	}
	left.Status = status
	if status == "done" {
		left.Done = b.Now()
	}
	if err := b.Store.SaveCase(ctx, shop(ctx).ID, left); err != nil {
		return err
	}
	if !views.Fragment(r) {
		views.Go(w, r, "/conversations/"+left.Bot+"/"+left.Conversation)
		return nil
	}
	views.Render(w, r, http.StatusOK, owner.LeftMessageCard(leftMessage(left), b.Now()))
	return nil
}

func leftMessage(c store.Case) owner.LeftMessage {
	return owner.LeftMessage{
		Number: c.Number, Kind: c.Kind, Order: c.Order, Due: c.Due, Email: c.Email, Phone: c.Phone, Text: c.Text, At: c.At, Done: c.Status == "done",
	}
}
