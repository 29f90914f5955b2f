using CommonGround.Domain.Journal;

namespace CommonGround.Web.Tests.Scorecard.EveryLook;

/// <summary>A walk's answers beside the access log's entries, each person's in the order that they asked in.</summary>
internal sealed class Walked(IReadOnlyList<Answer> answers, IReadOnlyList<AccessEntry> entries)
{
    public int Accesses => answers.Count;

    public int Entries => entries.Count;

    public IReadOnlyList<Expected> Expected { get; } = [.. answers.Select(a => a.Showed).OfType<Expected>()];

    /// <summary>Every place where the one says other than the other.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>(answers.Where(a => (int)a.Status >= 500).Select(a => $"{a}"));
        var logged = entries.ToLookup(e => e.ViewerPersonId);
        foreach (var of in answers.Where(a => a.Viewer != Guid.Empty).GroupBy(a => a.Viewer))
            faults.AddRange(Between([.. of], [.. logged[of.Key]]));
        var walked = answers.Select(a => a.Viewer).ToHashSet();
        faults.AddRange(entries.Where(e => !walked.Contains(e.ViewerPersonId)).Select(e => $"An entry of nobody who walked: {e.What}"));
        return faults;
    }

    public Walked Without(int at) => new(answers, [.. entries.Where((_, i) => i != at)]);

    public Walked Twice(int at) => new(answers, [.. entries.Take(at + 1), .. entries.Skip(at)]);

    /// <summary>As if one entry named those of the next that names others.</summary>
    public Walked AboutAnother(int at)
    {
        var other = entries.First(e => e.ViewerPersonId == entries[at].ViewerPersonId && !Same(e, entries[at]));
        return new Walked(answers, [.. entries.Take(at), other, .. entries.Skip(at + 1)]);
    }

    private static bool Same(AccessEntry one, AccessEntry other) => one.Permitted == other.Permitted && one.People.Select(p => p.PersonId).ToHashSet().SetEquals(other.People.Select(p => p.PersonId));

    /// <summary>One person's answers and entries, side by side; where they part, it goes on where they meet again.</summary>
    private static IEnumerable<string> Between(List<Answer> asked, List<AccessEntry> logged)
    {
        var next = 0;
        foreach (var answer in asked)
        {
            if (answer.Showed is not { } expected)
                continue;

            var at = logged.FindIndex(next, Math.Min(10, logged.Count - next), e => Fits(expected, e));
            if (at >= 0)
            {
                foreach (var more in logged[next..at])
                    yield return $"Before {answer}: an entry more, {Said(more)}";
                next = at + 1;
                continue;
            }

            yield return $"{answer}: expected {expected.Permitted} about {expected.People.Count}{(expected.Searched ? ", searched" : "")}, found {(next < logged.Count ? Said(logged[next]) : "nothing")}";
        }

        for (; next < logged.Count; next++)
            yield return $"An entry more at the end: {Said(logged[next])}";
    }

    private static string Said(AccessEntry entry) => $"{entry.ViewerPersonId.ToString()[..4]} {entry.What} {entry.Permitted} about {entry.People.Count}";

    private static bool Fits(Expected expected, AccessEntry entry) =>
        entry.Permitted == expected.Permitted
        && entry.What.EndsWith("/Search", StringComparison.Ordinal) == expected.Searched
        && entry.People.Select(p => p.PersonId).ToHashSet().SetEquals(expected.People)
        && (expected.CaseId is null || entry.People.All(p => p.CaseId == expected.CaseId))
        && entry.People.Select(p => (p.PersonId, p.CaseId)).Distinct().Count() == entry.People.Count;
}
