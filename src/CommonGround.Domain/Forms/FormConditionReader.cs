using System.Globalization;

namespace CommonGround.Domain.Forms;

/// <summary>Reads <c>enableWhen</c>. A condition looks back only, at questions that come before, so none can bite its tail.</summary>
internal sealed class FormConditionReader(IReadOnlyDictionary<string, FormItem> before)
{
    private static readonly HashSet<string> Known =
        ["question", "operator", "answerBoolean", "answerInteger", "answerDate", "answerString", "answerCoding", "id"];

    public ShownWhen? ShownWhen(FormJson json)
    {
        var tests = json.List("enableWhen").Select(Test).ToList();
        var behaviour = json.Text("enableBehavior");
        if (behaviour is not (null or "all" or "any"))
            json.Mistake("unknown-behaviour", behaviour, "enableBehavior");
        if (tests.Count > 1 && behaviour is null)
            json.Mistake("behaviour-missing", "enableBehavior", "enableBehavior");
        return tests.Count == 0 ? null : new ShownWhen(behaviour != "any", tests);
    }

    private AnswerTest Test(FormJson json)
    {
        json.Allow(Known);
        var question = json.NeededText("question");
        before.TryGetValue(question, out var item);
        if (question.Length > 0 && item is not { CanBeAnswered: true })
            json.Mistake("question-not-before", question, "question");

        var word = json.NeededText("operator");
        AnswerOperator? op = word switch
        {
            "exists" => AnswerOperator.Exists,
            "=" => AnswerOperator.Equals,
            "!=" => AnswerOperator.NotEquals,
            _ => null,
        };
        if (op is null && word.Length > 0)
            json.Mistake("unknown-operator", word, "operator");

        var value = Value(json);
        if (value is null)
            json.Mistake("missing", "answer");
        else if (item?.Type is FormItemType.Choice && op != AnswerOperator.Exists && item.Options.All(o => o.Code != value))
            json.Mistake("unknown-option", value);
        else if (op == AnswerOperator.Exists && value is not ("true" or "false"))
            json.Mistake("true-or-false-expected", value, "answerBoolean");
        return new AnswerTest(question, op ?? AnswerOperator.Exists, value ?? "");
    }

    private static string? Value(FormJson json) =>
        json.Has("answerBoolean") ? (json.Flag("answerBoolean") ? "true" : "false")
        : json.Has("answerInteger") ? json.Number("answerInteger")?.ToString(CultureInfo.InvariantCulture)
        : json.Has("answerCoding") ? json.Inner("answerCoding")?.NeededText("code")
        : json.Text("answerDate") ?? json.Text("answerString");
}
