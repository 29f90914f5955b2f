namespace CommonGround.Domain.SickLeave;

/// <summary>Which received certificates of a person no longer count, and which took their place.</summary>
public static class Superseding
{
    /// <summary>
    /// A certificate takes the place of the one it names, unless that one was signed later; and of an earlier one with its own number
    /// and type, which it corrects. Where several do, the last counts. It never depends on the order in which they came in, and a
    /// circle of replacements still leaves one standing.
    /// </summary>
    /// <returns>The certificate that no longer counts → the one in its place.</returns>
    public static IReadOnlyDictionary<Guid, Guid> Of(IReadOnlyCollection<ReceivedCertificate> ofOnePerson)
    {
        var superseded = new Dictionary<Guid, Guid>();
        foreach (var earlier in ofOnePerson)
        {
            var last = ofOnePerson.Where(later => Replaces(later, earlier) || Corrects(later, earlier))
                .OrderBy(l => l.CountsSince).ThenBy(l => l.ReceivedAt).ThenBy(l => l.Id).LastOrDefault();
            if (last is not null)
                superseded[earlier.Id] = last.Id;
        }

        return superseded;
    }

    private static bool Replaces(ReceivedCertificate later, ReceivedCertificate earlier) =>
        later.Replaces is { } named && named == earlier.Number && later.Number != named
        && (later.CountsSince > earlier.CountsSince
            || (later.CountsSince == earlier.CountsSince && (earlier.Replaces != later.Number || IsAfter(later, earlier))));

    private static bool Corrects(ReceivedCertificate later, ReceivedCertificate earlier) =>
        later.Id != earlier.Id && later.Number is not null && later.Number == earlier.Number && later.Type == earlier.Type && IsAfter(later, earlier);

    private static bool IsAfter(ReceivedCertificate later, ReceivedCertificate earlier) =>
        (later.CountsSince, later.ReceivedAt).CompareTo((earlier.CountsSince, earlier.ReceivedAt)) is var order
        && (order > 0 || (order == 0 && later.Id.CompareTo(earlier.Id) > 0));
}
