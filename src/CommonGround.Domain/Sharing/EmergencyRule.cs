namespace CommonGround.Domain.Sharing;

/// <summary>
/// What a country lets care staff open in an emergency, from a day on. Data, like the matrix; what is never shown stands in code.
/// </summary>
/// <param name="Roles">Who, of those who work in the unit that leads the case.</param>
/// <param name="Hours">How long, from 1 to <see cref="AtMostHours"/>.</param>
/// <param name="Rule">A key of <c>content/rules</c>.</param>
/// <param name="UsualByPerson">More than so many by one person within <paramref name="WithinHours"/> are unusual.</param>
/// <param name="UsualByUnit">And more than so many in one unit.</param>
public sealed record EmergencyRule(
    DateOnly From, IReadOnlySet<PartyRole> Roles, IReadOnlySet<InformationKind> Kinds, int Hours, string? Rule,
    int UsualByPerson, int UsualByUnit, int WithinHours)
{
    /// <summary>A limit of our own, so that no file makes an emergency last: whoever needs it longer asks for it again.</summary>
    public const int AtMostHours = 24;

    /// <summary>What no emergency opens: the citizen's own account, and what they thought of the help. No life hangs on reading it here.</summary>
    public static readonly IReadOnlySet<InformationKind> Never = new HashSet<InformationKind>
    {
        InformationKind.Story, InformationKind.Diary, InformationKind.Feedback,
    };
}
