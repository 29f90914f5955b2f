using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Shared.Looks;

/// <summary>Looks of one person at one thing that follow each other closely: read as one line, and unfolded to all of them.</summary>
/// <param name="Looks">Newest first.</param>
/// <param name="WithPart">The first of this person that day, in this part.</param>
public sealed record LookLine(IReadOnlyList<Look> Looks, bool WithPart)
{
    public Look Newest => Looks[0];

    public Look Oldest => Looks[^1];

    public IReadOnlyList<Domain.Sharing.InformationKind> Kinds => [.. Looks.SelectMany(l => l.Kinds).Distinct().Order()];
}

/// <summary>One day of looks.</summary>
public sealed record LookDay(DateOnly Day, IReadOnlyList<LookLine> Lines)
{
    /// <summary>No longer than this between two looks of one line.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(30);

    /// <param name="looks">Newest first.</param>
    public static IReadOnlyList<LookDay> Of(IEnumerable<Look> looks, Texts t) =>
        [.. looks.GroupBy(l => t.LocalDay(l.At)).Select(day => new LookDay(day.Key, Fold(day)))];

    private static List<LookLine> Fold(IEnumerable<Look> looks)
    {
        var lines = new List<List<Look>>();
        foreach (var look in looks)
        {
            if (lines.Find(line => IsSame(line[0], look) && line[^1].At - look.At <= Together) is { } line)
                line.Add(look);
            else
                lines.Add([look]);
        }

        var told = new HashSet<(Guid, Domain.Sharing.PartyRole?, bool)>();
        return [.. lines.Select(line => new LookLine(line, told.Add((line[0].Viewer.Id, line[0].Role, line[0].AsOfficer))))];
    }

    private static bool IsSame(Look one, Look other) =>
        (one.Viewer.Id, one.Role, one.What, one.Purpose, one.Permitted) == (other.Viewer.Id, other.Role, other.What, other.Purpose, other.Permitted);
}
