using CommonGround.Domain;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Infrastructure.Audit;

/// <summary>What is wrong where a chain is broken.</summary>
public enum AuditFlaw
{
    Missing, BytesAltered, BytesUnreadable, ColumnAltered, TextAdded, TextAltered, TextMissing, EndsElsewhere, HeadMissing,
    CutSinceAnchor, OtherThanAnchored, GoneSinceAnchor,
}

/// <summary>The first broken entry.</summary>
/// <param name="Chain">The chain's id; only the hash of it where the chain is gone, and nothing but an anchor speaks of it.</param>
/// <param name="Position">From 1; null where a chain as a whole is meant.</param>
/// <param name="AnchoredAt">When it was anchored otherwise.</param>
public sealed record AuditFinding(AuditLog Log, string Chain, long? Position, AuditFlaw Flaw, DateTime? AnchoredAt = null)
{
    /// <summary>The same in every language, for logs and tests.</summary>
    public override string ToString() =>
        $"{(Log == AuditLog.Journal ? "journal" : "access log")} {Chain}{(Position is { } at ? $", entry {at}" : "")}: {Flaw}";

    public string Words(Texts texts)
    {
        var log = StableWord.Of(Log);
        var place = Position is { } at ? texts[$"audit.entry.{log}", Chain, at] : texts[$"audit.chain.{log}", Chain];
        return texts[$"audit.flaw.{StableWord.Of(Flaw)}", place, AnchoredAt is { } then ? texts.Moment(then) : ""];
    }
}
