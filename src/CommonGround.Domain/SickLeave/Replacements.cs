namespace CommonGround.Domain.SickLeave;

/// <summary>Which certificates no longer count because a later one replaced them.</summary>
public static class Replacements
{
    /// <summary>
    /// Those replaced by a certificate that was signed later (or at the same time with a later id). A certificate cannot replace
    /// itself or one that came after it, so a circle of replacements still leaves the last one standing. A replaced certificate
    /// goes on replacing: in a chain of three only the last counts.
    /// </summary>
    public static IReadOnlySet<CertificateId> Superseded(IReadOnlyCollection<CertifiedLeave> ofOnePerson)
    {
        Dictionary<CertificateId, CertifiedLeave> byId = [];
        foreach (CertifiedLeave leave in ofOnePerson)
        {
            byId.TryAdd(leave.Id, leave);
        }

        return byId.Values
            .Where(l => l.Replaces is { } id && byId.TryGetValue(id, out CertifiedLeave? earlier) && IsAfter(l, earlier))
            .Select(l => l.Replaces!.Value)
            .ToHashSet();
    }

    /// <summary>The order that certificates count in: when signed, then by id, so that it never depends on the order of files.</summary>
    internal static bool IsAfter(CertifiedLeave later, CertifiedLeave earlier) =>
        later.SignedAt != earlier.SignedAt ? later.SignedAt > earlier.SignedAt : later.Id > earlier.Id;
}
