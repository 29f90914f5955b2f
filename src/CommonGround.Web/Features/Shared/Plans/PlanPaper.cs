using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Features.Shared.Plans;

/// <summary>Someone as a paper may name them.</summary>
/// <param name="Given">Short, where a paper names them often.</param>
public sealed record NamedParty(Guid PartyId, string Name, PartyRole Role, string? Given = null);

/// <summary>What a paper of the plan is made from: only lines and names that its reader may have.</summary>
public sealed record PlanPaper
{
    public required PlanVersion Version { get; init; }

    public required IReadOnlyList<PlanItem> Lines { get; init; }

    public required PlanStandings Standings { get; init; }

    public required IReadOnlyList<NamedParty> Parties { get; init; }

    /// <summary>How someone is called whom the paper may not name: the organisation, never the unit.</summary>
    public required string Others { get; init; }

    /// <summary>Whose plan it is.</summary>
    public required string Citizen { get; init; }

    /// <summary>Person and organisation.</summary>
    public required string Author { get; init; }

    /// <summary>For whom it is.</summary>
    public required string Reader { get; init; }

    public required PartyRole ReaderRole { get; init; }

    public required DateTime At { get; init; }

    /// <summary>With what the parties said in words. Not in a copy for the workplace or an authority: words were said to those who plan.</summary>
    public bool WithWords { get; init; }
}
