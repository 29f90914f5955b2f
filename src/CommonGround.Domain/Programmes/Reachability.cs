namespace CommonGround.Domain.Programmes;

/// <summary>
/// Which steps no case can ever come to: their conditions contradict themselves, or wait for one another. Tries every
/// combination of the values that the conditions tell apart, which is exact as long as there are few of them.
/// </summary>
internal static class Reachability
{
    /// <summary>Above this many combinations a step is taken as reachable: a wrong alarm would stop a programme that works.</summary>
    private const int MostCombinations = 20_000;

    public static IReadOnlyList<Step> Unreachable(IReadOnlyList<Step> steps)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        while (steps.Any(step => !reached.Contains(step.Key) && CanComeTo(step, reached) && reached.Add(step.Key)))
        {
        }

        return [.. steps.Where(step => !reached.Contains(step.Key))];
    }

    private static bool CanComeTo(Step step, HashSet<string> reached)
    {
        var conditions = new[] { step.NeededIf, step.WaitsFor?.Condition }.OfType<Condition>().ToList();
        var parts = conditions.SelectMany(c => c.Parts).ToList();
        var facts = parts.OfType<Condition.Fact>().GroupBy(f => f.Name)
            .Select(group => (group.Key, Values: Values(group).ToList())).ToList();
        var done = parts.OfType<Condition.StepDone>().Select(d => d.Step).Distinct()
            .Select(key => (key, Values: reached.Contains(key) ? [false, true] : new List<bool> { false })).ToList();

        if (facts.Aggregate(1L, (n, f) => n * f.Values.Count) * done.Aggregate(1L, (n, d) => n * d.Values.Count) > MostCombinations)
            return true;
        return Combinations(facts).Any(f => Combinations(done).Any(d =>
            conditions.All(c => c.Holds(f.GetValueOrDefault, key => d[key]) == true)));
    }

    /// <summary>Every value that some comparison tells from another.</summary>
    private static IEnumerable<FactValue> Values(IEnumerable<Condition.Fact> comparisons) =>
        KnownFacts.Find(comparisons.First().Name)?.Type switch
        {
            FactType.YesNo => [new FactValue.YesNo(true), new FactValue.YesNo(false)],
            FactType.Word => KnownFacts.Find(comparisons.First().Name)!.Words.Select(w => new FactValue.Word(w)),
            FactType.Words => Subsets(KnownFacts.Find(comparisons.First().Name)!.Words),
            _ => comparisons.Select(c => c.Value).OfType<FactValue.Number>()
                .SelectMany(n => new[] { n.Value - 1, n.Value, n.Value + 1 }).Distinct().Select(n => new FactValue.Number(n)),
        };

    private static IEnumerable<FactValue> Subsets(IReadOnlyList<string> words) =>
        Enumerable.Range(0, 1 << words.Count).Select(bits =>
            new FactValue.Words(words.Where((_, i) => (bits & (1 << i)) != 0).ToHashSet(StringComparer.Ordinal)));

    private static IEnumerable<Dictionary<string, T>> Combinations<T>(IReadOnlyList<(string Key, List<T> Values)> choices)
    {
        IEnumerable<Dictionary<string, T>> result = [[]];
        foreach (var (key, values) in choices)
            result = result.SelectMany(so => values.Select(value => new Dictionary<string, T>(so) { [key] = value }));
        return result;
    }
}
