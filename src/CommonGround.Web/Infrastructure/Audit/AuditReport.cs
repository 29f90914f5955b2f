using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Infrastructure.Audit;

/// <summary>What a verification found.</summary>
/// <param name="JournalEntries">How many were read.</param>
/// <param name="AccessEntries">How many were read.</param>
/// <param name="Finding">The first broken entry; null if all is whole.</param>
public sealed record AuditReport(long JournalEntries, long AccessEntries, AuditFinding? Finding)
{
    public bool Whole => Finding is null;

    public string? FirstBroken => Finding?.ToString();

    public string Sentence(Texts texts) => Finding is null
        ? texts["audit.whole", JournalEntries, AccessEntries]
        : texts["audit.broken", Finding.Words(texts), JournalEntries, AccessEntries];
}
