namespace CommonGround.Domain.Forms;

/// <summary>
/// Fills in a form: decides which questions are asked, checks what was given, and keeps the texts as shown. What was given to
/// a question that is not asked is left out, also from what other questions depend on.
/// </summary>
public static class AnswerSheet
{
    /// <summary>The link ids of the items that are shown, given these answers.</summary>
    public static IReadOnlySet<string> Shown(Form form, IReadOnlyDictionary<string, GivenAnswer> given)
    {
        var shown = new HashSet<string>(StringComparer.Ordinal);
        Show(form.Items, given, shown);
        return shown;
    }

    public static Outcome<Answers> Fill(
        Form form, IReadOnlyDictionary<string, GivenAnswer> given, string language, AnswerWords words, AnswerStage stage)
    {
        var mistakes = new List<AnswerMistake>();
        foreach (var linkId in given.Keys.Where(id => form.Find(id) is not { CanBeAnswered: true }))
            mistakes.Add(new AnswerMistake(linkId, "question-unknown", linkId));

        var shown = Shown(form, given);
        var answers = new List<Answer>();
        Collect(form.Items, []);
        return mistakes.Count > 0 ? new AnswersNotTaken(mistakes) : new Answers(form.Key, form.Version, form.Hash, language, answers);

        void Collect(IReadOnlyList<FormItem> items, IReadOnlyList<string> section)
        {
            foreach (var item in items.Where(i => shown.Contains(i.LinkId)))
            {
                if (item.Type == FormItemType.Group)
                    Collect(item.Items, [.. section, item.Text.In(language)]);
                else if (item.CanBeAnswered && Take(item, section) is { } answer)
                    answers.Add(answer);
            }
        }

        Answer? Take(FormItem item, IReadOnlyList<string> section)
        {
            var sent = given.GetValueOrDefault(item.LinkId) ?? new GivenAnswer([]);
            var values = AnswerValues.Check(item, sent, language, words, mistakes);
            if (values.Count == 0 && !sent.NotKnownYet)
            {
                if (item.Required && stage == AnswerStage.HandedIn && mistakes.All(m => m.LinkId != item.LinkId))
                    mistakes.Add(new AnswerMistake(item.LinkId, "answer-required", item.LinkId));
                return null;
            }

            return new Answer(
                item.LinkId, item.Kind!.Value, item.ReleasableAs, section, item.Text.In(language), values,
                sent.NotKnownYet, sent.NotKnownYet ? words.NotKnownYet : null);
        }
    }

    private static void Show(IReadOnlyList<FormItem> items, IReadOnlyDictionary<string, GivenAnswer> given, HashSet<string> shown)
    {
        foreach (var item in items)
        {
            if (item.ShownWhen is { } when && !(when.All ? when.Tests.All(Holds) : when.Tests.Any(Holds)))
                continue;
            shown.Add(item.LinkId);
            Show(item.Items, given, shown);
        }

        bool Holds(AnswerTest test)
        {
            var values = shown.Contains(test.LinkId) ? Written(given.GetValueOrDefault(test.LinkId)) : [];
            return test.Operator switch
            {
                AnswerOperator.Exists => values.Count > 0 == (test.Value == "true"),
                AnswerOperator.Equals => values.Contains(test.Value),
                // As FHIR has it: an answer that differs, not the lack of one.
                _ => values.Count > 0 && !values.Contains(test.Value),
            };
        }
    }

    private static List<string> Written(GivenAnswer? given) => given is null ? []
        : [.. given.Values.Append(given.OwnWords ?? "").Select(v => v.Trim()).Where(v => v.Length > 0)];
}
