namespace CommonGround.Domain.Sharing;

/// <summary>
/// A piece of information that stands on common ground: it has exactly one kind, belongs to a case or to a unit's intake,
/// and is read only through the policy.
/// </summary>
public interface IOnCommonGround
{
    Guid Id { get; }

    /// <summary>The case, once there is one.</summary>
    Guid? CaseId { get; }

    /// <summary>The unit whose intake it reached; null for what was put here in a case.</summary>
    Guid? UnitId { get; }

    InformationKind Kind { get; }

    /// <summary>
    /// What is told about the citizen to whoever is shown it: its kind. Null where the words are about who has looked: their kind only keeps
    /// them from the other parties, and says nothing of what is in them.
    /// </summary>
    InformationKind? Tells => Kind;

    /// <summary>Whose words it is; null for what comes from a document.</summary>
    Guid? AuthorPersonId { get; }
}
