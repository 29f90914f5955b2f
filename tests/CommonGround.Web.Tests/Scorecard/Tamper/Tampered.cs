using CommonGround.Web.Infrastructure.Audit;

namespace CommonGround.Web.Tests.Scorecard.Tamper;

/// <summary>Where a log was tampered with: a finding must name this chain, and no entry outside these.</summary>
internal sealed record Tampered(AuditLog Log, Guid Chain, long First, long Last)
{
    public bool IsNamedBy(AuditFinding? finding) =>
        finding is not null && finding.Log == Log && (finding.Chain == $"{Chain}" || finding.Chain == AnchoredHead.NameOf(Chain))
        && (finding.Position is not { } at || (at >= First && at <= Last));
}
