using System.Globalization;
using CommonGround.Domain.Programmes;

namespace CommonGround.Web.Infrastructure.Programmes;

/// <summary>
/// Reads a condition: <c>all</c>, <c>any</c>, <c>not</c>, <c>done: STEP</c>, or <c>fact</c> with <c>operator</c> and <c>value</c>.
/// </summary>
internal static class ConditionReader
{
    private static readonly string[] Forms = ["all", "any", "not", "done", "fact"];

    public static Condition? Read(YamlMap? map)
    {
        if (map is null)
            return null;
        var condition = Forms.Where(map.Has).ToList() switch
        {
            ["all"] => new Condition.All(Several(map, "all")),
            ["any"] => new Condition.Any(Several(map, "any")),
            ["not"] => Read(map.Map("not")) is { } inner ? new Condition.Not(inner) : null,
            ["done"] => new Condition.StepDone(map.NeededWord("done")),
            ["fact"] => Fact(map),
            _ => Unclear(map),
        };
        map.NothingElse();
        return condition;
    }

    private static List<Condition> Several(YamlMap map, string key)
    {
        var inner = map.Maps(key);
        if (inner.Count == 0)
            map.Mistake(key, "condition-empty", key);
        return [.. inner.Select(Read).OfType<Condition>()];
    }

    private static Condition? Unclear(YamlMap map)
    {
        foreach (var form in Forms)
            map.Has(form);
        map.Mistake(map.Line, "condition-unclear", "", string.Join(", ", Forms));
        return null;
    }

    private static Condition.Fact? Fact(YamlMap map)
    {
        var name = map.NeededWord("fact");
        var comparison = map.NeededOneOf<Comparison>("operator");
        var value = map.NeededWord("value");
        if (KnownFacts.Find(name) is not { } known)
        {
            var all = KnownFacts.All.Select(f => f.Name).ToList();
            if (name.Length > 0)
                map.Mistake("fact", "unknown-fact", name, Nearest.To(name, all) is { Length: > 0 } near ? near : string.Join(", ", all));
            return null;
        }

        if (comparison == default || value.Length == 0)
            return null;
        if (!Fits(known.Type, comparison))
        {
            map.Mistake("operator", "operator-does-not-fit", name, string.Join(", ", Operators(known.Type)));
            return null;
        }

        if (Value(known, value) is { } read)
            return new Condition.Fact(name, comparison, read);
        map.Mistake("value", "value-does-not-fit", value, known.Type switch
        {
            FactType.YesNo => "true, false",
            FactType.Number => "50",
            _ => string.Join(", ", known.Words),
        });
        return null;
    }

    private static bool Fits(FactType type, Comparison comparison) => (type, comparison) switch
    {
        (FactType.Number, Comparison.Contains) => false,
        (FactType.Number, _) => true,
        (FactType.Words, _) => comparison == Comparison.Contains,
        _ => comparison == Comparison.Equals,
    };

    private static IEnumerable<string> Operators(FactType type) =>
        Enum.GetValues<Comparison>().Where(c => Fits(type, c)).Select(Domain.StableWord.Of);

    private static FactValue? Value(KnownFact known, string value) => known.Type switch
    {
        FactType.YesNo => value switch
        {
            "true" => new FactValue.YesNo(true),
            "false" => new FactValue.YesNo(false),
            _ => null,
        },
        FactType.Number => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? new FactValue.Number(number) : null,
        _ => known.Words.Contains(value) ? new FactValue.Word(value) : null,
    };
}
