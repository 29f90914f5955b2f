using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Programmes;

/// <summary>One thing of a programme: an interview, a meeting, a review. One role holds it (need N63).</summary>
public sealed record Step
{
    public required string Key { get; init; }

    public required StepKind Kind { get; init; }

    /// <summary>The one role that sees to it that the step happens.</summary>
    public required PartyRole Holder { get; init; }

    /// <summary>In which capacity the holder acts here: the part's hat unless the step says otherwise.</summary>
    public required Hat Hat { get; init; }

    /// <summary>Who else takes part. Never holds the holder.</summary>
    public IReadOnlyList<PartyRole> Participants { get; init; } = [];

    /// <summary>On the map of professionals.</summary>
    public required Wording Title { get; init; }

    /// <summary>On the citizen's own map: "Your talk with the coordinator".</summary>
    public required Wording TitleToCitizen { get; init; }

    /// <summary>What moves the case on from here, worded for every reader.</summary>
    public required Wording MovesOn { get; init; }

    public Deadline? Deadline { get; init; }

    /// <summary>When the step is needed at all. Not known counts as needed: nothing is left out for want of a fact.</summary>
    public Condition? NeededIf { get; init; }

    /// <summary>What the step waits for. Not known counts as not yet: nothing is begun for want of a fact.</summary>
    public Wait? WaitsFor { get; init; }

    /// <summary>Key of the form that is filled in, if any.</summary>
    public string? Form { get; init; }

    /// <summary>Purpose cards by reader; always one for the citizen (need N1).</summary>
    public required IReadOnlyDictionary<PartyRole, PurposeCard> Purpose { get; init; }

    /// <summary>What each role's home shows while this step is the current one.</summary>
    public required IReadOnlyDictionary<PartyRole, NextText> Next { get; init; }

    /// <summary>What each role does here, in minutes (need N32).</summary>
    public IReadOnlyDictionary<PartyRole, IReadOnlyList<ChecklistItem>> Checklists { get; init; } =
        new Dictionary<PartyRole, IReadOnlyList<ChecklistItem>>();

    /// <summary>For a meeting: the points in order, the citizen's view before the others' (need N22).</summary>
    public IReadOnlyList<AgendaPoint> Agenda { get; init; } = [];

    /// <summary>Keys of the rules that this step rests on.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    public bool Involves(PartyRole role) => Holder == role || Participants.Contains(role);

    /// <summary>
    /// The card to show a reader. Whoever takes part by the citizen's yes gets only a card written for them: the citizen's own may speak of care.
    /// </summary>
    public PurposeCard? PurposeFor(PartyRole reader) =>
        Purpose.TryGetValue(reader, out var own) ? own
        : ConsentOffer.OnlyByConsent.Contains(reader) ? null
        : Purpose.GetValueOrDefault(PartyRole.Citizen);
}
