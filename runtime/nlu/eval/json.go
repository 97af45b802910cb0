package eval

import "encoding/json"

// MarshalJSON writes the keys that scripts rely on. Shares are fractions from 0 to 1, times are in
// milliseconds, memory is in megabytes (10⁶ bytes). What is of messages that must not be answered is null
// where there were none.
func (r Report) MarshalJSON() ([]byte, error) {
	type tiers struct {
		In  *Answerable `json:"in"`
		Out *Foreign    `json:"out"`
	}
	var t tiers
	if r.Top1.Known() {
		t.In = &r.In
	}
	if r.FAR.Known() {
		t.Out = &r.Out
	}
	return json.Marshal(struct {
		Top1     Share   `json:"top1"`
		Recall3  Share   `json:"recall3"`
		MRR      Share   `json:"mrr"`
		Coverage Share   `json:"coverage"`
		Accuracy Share   `json:"accuracy"`
		FAR      Share   `json:"far"`
		AUROC    Share   `json:"auroc"`
		Tiers    tiers   `json:"tiers"`
		QPS      float64 `json:"qps"`
		P50      float64 `json:"p50_ms"`
		P99      float64 `json:"p99_ms"`
		RSS      float64 `json:"rss_mb"`
		Build    float64 `json:"build_ms"`
	}{
		r.Top1, r.Recall3, r.MRR, r.Coverage, r.Accuracy, r.FAR, r.AUROC, t,
		round(r.QPS, 1), round(r.P50.Seconds()*1000, 3), round(r.P99.Seconds()*1000, 3),
		round(r.RSS/1e6, 1), round(r.Build.Seconds()*1000, 1),
	})
}

// MarshalJSON writes a verdict as one object; faq_id is null for a message that must not be answered.
func (v Verdict) MarshalJSON() ([]byte, error) {
	var entry *string
	if !v.Question.Foreign() {
		entry = &v.Question.Entry
	}
	ranked := v.Reply.Ranked
	if ranked == nil {
		ranked = []string{}
	}
	return json.Marshal(struct {
		ID         string   `json:"qid"`
		Text       string   `json:"text"`
		Entry      *string  `json:"faq_id"`
		Ranked     []string `json:"ranked"`
		Score      float64  `json:"score"`
		Confidence float64  `json:"confidence"`
		Outcome    string   `json:"outcome"`
		Right      bool     `json:"right"`
	}{v.Question.ID, v.Question.Text, entry, ranked, v.Reply.Score, v.Reply.Confidence, v.Reply.Outcome, v.Right})
}
