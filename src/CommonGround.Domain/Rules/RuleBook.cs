namespace CommonGround.Domain.Rules;

/// <summary>All rules by key: what held on a date, and what has changed since one looked (need N43).</summary>
public sealed class RuleBook(IEnumerable<Rule> rules)
{
    private readonly Dictionary<string, Rule> _rules = rules.ToDictionary(r => r.Key, StringComparer.Ordinal);

    public IReadOnlyCollection<Rule> All => _rules.Values;

    public Rule? Find(string key) => _rules.GetValueOrDefault(key);

    public RuleVersion? InForce(string key, DateOnly on) => Find(key)?.On(on);

    /// <summary>Versions of a country that began or ended after one day and not after another, oldest change first.</summary>
    public IReadOnlyList<(Rule Rule, RuleVersion Version)> Changed(string country, DateOnly after, DateOnly upTo) =>
        [.. _rules.Values.Where(r => r.Country == country)
            .SelectMany(r => r.Versions.Select(v => (Rule: r, Version: v)))
            .Where(c => Between(c.Version.From, after, upTo) || (c.Version.Until is { } last && Between(last.AddDays(1), after, upTo)))
            .OrderBy(c => c.Version.From).ThenBy(c => c.Rule.Key, StringComparer.Ordinal)];

    private static bool Between(DateOnly day, DateOnly after, DateOnly upTo) => day > after && day <= upTo;
}
